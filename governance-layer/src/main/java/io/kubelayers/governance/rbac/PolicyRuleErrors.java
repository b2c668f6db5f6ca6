package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rules of a role (pkg/apis/rbac/validation/validation.go). */
final class PolicyRuleErrors {
    private PolicyRuleErrors() {}

    static List<FieldError> of(List<PolicyRule> rules, boolean namespaced) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), namespaced, FieldPath.of("rules").index(i), errors);
        }
        return errors;
    }

    private static void check(PolicyRule rule, boolean namespaced, FieldPath path, List<FieldError> errors) {
        if (rule.verbs().isEmpty()) {
            errors.add(FieldError.required(path.child("verbs"), "verbs must contain at least one value"));
        }
        if (!rule.nonResourceURLs().isEmpty()) {
            checkUrls(rule, namespaced, path.child("nonResourceURLs"), errors);
            return;
        }
        if (rule.apiGroups().isEmpty()) {
            errors.add(
                    FieldError.required(path.child("apiGroups"), "resource rules must supply at least one api group"));
        }
        if (rule.resources().isEmpty()) {
            errors.add(
                    FieldError.required(path.child("resources"), "resource rules must supply at least one resource"));
        }
    }

    private static void checkUrls(PolicyRule rule, boolean namespaced, FieldPath path, List<FieldError> errors) {
        if (namespaced) {
            errors.add(FieldError.invalid(
                    path, rule.nonResourceURLs(), "namespaced rules cannot apply to non-resource URLs"));
        }
        if (!rule.apiGroups().isEmpty()
                || !rule.resources().isEmpty()
                || !rule.resourceNames().isEmpty()) {
            errors.add(FieldError.invalid(
                    path,
                    rule.nonResourceURLs(),
                    "rules cannot apply to both regular resources and non-resource URLs"));
        }
    }
}
