package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be wrong with one rule of a FlowSchema: whose requests, and which. */
final class FlowRuleChecks {
    private static final String ALL = "*";
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch");
    private static final List<String> KINDS = List.of("Group", "ServiceAccount", "User");

    private final FieldErrors errors;

    private FlowRuleChecks(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(FieldPath path, FlowSchema.PolicyRulesWithSubjects rule, FieldErrors errors) {
        new FlowRuleChecks(errors).check(path, rule);
    }

    private void check(FieldPath path, FlowSchema.PolicyRulesWithSubjects rule) {
        if (rule.subjects().isEmpty()) {
            errors.required(path.child("subjects"), "subjects must contain at least one value");
        }
        for (int i = 0; i < rule.subjects().size(); i++) {
            subject(path.child("subjects").index(i), rule.subjects().get(i));
        }
        if (rule.resourceRules().isEmpty() && rule.nonResourceRules().isEmpty()) {
            errors.required(path, "at least one of resourceRules and nonResourceRules has to be non-empty");
        }
        for (int i = 0; i < rule.resourceRules().size(); i++) {
            resources(path.child("resourceRules").index(i), rule.resourceRules().get(i));
        }
        for (int i = 0; i < rule.nonResourceRules().size(); i++) {
            paths(
                    path.child("nonResourceRules").index(i),
                    rule.nonResourceRules().get(i));
        }
    }

    private void subject(FieldPath path, FlowSchema.Subject subject) {
        if (!KINDS.contains(subject.kind())) {
            errors.notSupported(path.child("kind"), subject.kind(), KINDS);
            return;
        }
        switch (subject.kind()) {
            case "ServiceAccount" -> serviceAccount(path.child("serviceAccount"), subject.serviceAccount());
            case "User" -> named(
                    path,
                    "user",
                    "User",
                    subject.user() == null ? null : subject.user().name());
            default -> named(
                    path,
                    "group",
                    "Group",
                    subject.group() == null ? null : subject.group().name());
        }
        only(path, "serviceAccount", "ServiceAccount", subject, subject.serviceAccount() != null);
        only(path, "user", "User", subject, subject.user() != null);
        only(path, "group", "Group", subject, subject.group() != null);
    }

    private void only(FieldPath path, String field, String kind, FlowSchema.Subject subject, boolean present) {
        if (present && !subject.kind().equals(kind)) {
            errors.forbidden(path.child(field), field + " is forbidden when subject kind is not '" + kind + "'");
        }
    }

    private void named(FieldPath path, String field, String kind, @Nullable String name) {
        if (name == null) {
            errors.required(path.child(field), field + " is required when subject kind is '" + kind + "'");
        } else {
            errors.given(path.child(field, "name"), name);
        }
    }

    private void serviceAccount(FieldPath path, FlowSchema.@Nullable ServiceAccountSubject account) {
        if (account == null) {
            errors.required(path, "serviceAccount is required when subject kind is 'ServiceAccount'");
            return;
        }
        if (errors.given(path.child("name"), account.name()) && !account.name().equals(ALL)) {
            errors.invalid(
                    path.child("name"), account.name(), NameRule.DNS_SUBDOMAIN.complaints(account.name(), false));
        }
        if (account.namespace().isEmpty()) {
            errors.required(path.child("namespace"), "must specify namespace for service account");
        } else {
            errors.invalid(
                    path.child("namespace"),
                    account.namespace(),
                    NameRule.DNS_LABEL.complaints(account.namespace(), false));
        }
    }

    private void verbs(FieldPath path, List<String> verbs) {
        if (verbs.isEmpty()) {
            errors.required(path, "verbs must contain at least one value");
        } else if (verbs.contains(ALL)) {
            aloneIfAll(path, verbs, "verbs");
        } else if (!VERBS.containsAll(verbs)) {
            errors.notSupported(path, verbs, VERBS);
        }
    }

    private void aloneIfAll(FieldPath path, List<String> values, String what) {
        if (values.size() > 1 && values.contains(ALL)) {
            errors.invalid(path, values, "if '*' is present, must not specify other " + what);
        }
    }

    private void resources(FieldPath path, FlowSchema.ResourcePolicyRule rule) {
        verbs(path.child("verbs"), rule.verbs());
        if (rule.apiGroups().isEmpty()) {
            errors.required(path.child("apiGroups"), "resource rules must supply at least one api group");
        }
        aloneIfAll(path.child("apiGroups"), rule.apiGroups(), "api groups");
        if (rule.resources().isEmpty()) {
            errors.required(path.child("resources"), "resource rules must supply at least one resource");
        }
        aloneIfAll(path.child("resources"), rule.resources(), "resources");
        var namespaces = path.child("namespaces");
        if (rule.namespaces().isEmpty() && !rule.clusterScope()) {
            errors.required(
                    namespaces, "resource rules that are not cluster scoped must supply at least one namespace");
        } else if (rule.namespaces().contains(ALL)) {
            aloneIfAll(namespaces, rule.namespaces(), "namespaces");
        } else {
            for (int i = 0; i < rule.namespaces().size(); i++) {
                var name = rule.namespaces().get(i);
                for (var complaint : NameRule.DNS_LABEL.complaints(name, false)) {
                    errors.invalid(
                            namespaces.index(i),
                            name,
                            "each member of this list must be '*' or a DNS-1123 label; " + complaint);
                }
            }
        }
    }

    private void paths(FieldPath path, FlowSchema.NonResourcePolicyRule rule) {
        verbs(path.child("verbs"), rule.verbs());
        var urls = path.child("nonResourceURLs");
        if (rule.nonResourceURLs().isEmpty()) {
            errors.required(urls, "nonResourceURLs must contain at least one value");
        } else if (rule.nonResourceURLs().contains(ALL)) {
            aloneIfAll(urls, rule.nonResourceURLs(), "non-resource URLs");
        } else {
            for (int i = 0; i < rule.nonResourceURLs().size(); i++) {
                var url = rule.nonResourceURLs().get(i);
                var place = urls.index(i);
                complaint(url).ifPresent(why -> errors.invalid(place, url, why));
            }
        }
    }

    private static Optional<String> complaint(String url) {
        if (url.isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (url.equals("/")) {
            return Optional.empty();
        }
        if (!url.startsWith("/")) {
            return Optional.of("must start with slash");
        }
        if (url.contains(" ")) {
            return Optional.of("must not contain white-space");
        }
        if (url.contains("//")) {
            return Optional.of("must not contain double slash");
        }
        long stars = url.chars().filter(c -> c == '*').count();
        return stars > 1 || stars == 1 && !url.endsWith("/*")
                ? Optional.of("wildcard can only do suffix matching")
                : Optional.empty();
    }
}
