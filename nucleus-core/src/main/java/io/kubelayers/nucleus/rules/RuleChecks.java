package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which operations on which resources concern a webhook or a policy ({@code validateRuleWithOperations}). */
final class RuleChecks {
    private static final List<String> OPERATIONS = List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
    private static final List<String> SCOPES = List.of("*", "Cluster", "Namespaced");

    private RuleChecks() {}

    static void check(
            FieldPath path,
            List<String> operations,
            List<String> groups,
            List<String> versions,
            List<String> resources,
            @Nullable String scope,
            List<FieldError> errors) {
        operations(path.child("operations"), operations, errors);
        names(path.child("apiGroups"), groups, true, "API groups", errors);
        names(path.child("apiVersions"), versions, false, "API versions", errors);
        resources(path.child("resources"), resources, errors);
        if (scope != null && !SCOPES.contains(scope)) {
            errors.add(FieldError.notSupported(path.child("scope"), scope, SCOPES));
        }
    }

    private static void operations(FieldPath path, List<String> operations, List<FieldError> errors) {
        if (operations.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        if (operations.size() > 1 && operations.contains("*")) {
            errors.add(FieldError.invalid(path, operations, "if '*' is present, must not specify other operations"));
        }
        for (int i = 0; i < operations.size(); i++) {
            if (!OPERATIONS.contains(operations.get(i))) {
                errors.add(FieldError.notSupported(path.index(i), operations.get(i), OPERATIONS));
            }
        }
    }

    private static void names(
            FieldPath path, List<String> names, boolean mayBeEmpty, String others, List<FieldError> errors) {
        if (names.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        if (names.size() > 1 && names.contains("*")) {
            errors.add(FieldError.invalid(path, names, "if '*' is present, must not specify other " + others));
        }
        for (int i = 0; i < names.size() && !mayBeEmpty; i++) {
            if (names.get(i).isEmpty()) {
                errors.add(FieldError.required(path.index(i), ""));
            }
        }
    }

    private static void resources(FieldPath path, List<String> resources, List<FieldError> errors) {
        if (resources.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        Set<String> whole = new HashSet<>();
        Set<String> subresources = new HashSet<>();
        for (int i = 0; i < resources.size(); i++) {
            var resource = resources.get(i);
            if (resource.isEmpty()) {
                errors.add(FieldError.required(path.index(i), ""));
            }
            int slash = resource.indexOf('/');
            if (slash < 0) {
                continue;
            }
            var name = resource.substring(0, slash);
            var sub = resource.substring(slash + 1);
            if (whole.contains(name)) {
                errors.add(FieldError.invalid(
                        path.index(i), resource, "if '" + name + "/*' is present, must not specify " + resource));
            }
            if (subresources.contains(sub)) {
                errors.add(FieldError.invalid(
                        path.index(i), resource, "if '*/" + sub + "' is present, must not specify " + resource));
            }
            if (sub.equals("*")) {
                whole.add(name);
            }
            if (name.equals("*")) {
                subresources.add(sub);
            }
        }
        if (resources.size() > 1 && resources.contains("*/*")) {
            errors.add(FieldError.invalid(path, resources, "if '*/*' is present, must not specify other resources"));
        }
        if (resources.contains("*") && !lastPlain(resources).equals("*")) {
            errors.add(FieldError.invalid(
                    path, resources, "if '*' is present, must not specify other resources without subresources"));
        }
    }

    /** Upstream looks at the last resource without a subresource alone. */
    private static String lastPlain(List<String> resources) {
        for (int i = resources.size() - 1; i >= 0; i--) {
            if (!resources.get(i).isEmpty() && resources.get(i).indexOf('/') < 0) {
                return resources.get(i);
            }
        }
        return "*";
    }
}
