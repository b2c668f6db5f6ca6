package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.Scope;
import io.kubelayers.governance.quota.ResourceQuota.ScopeSelectorOperator;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the scopes of a quota: unknown, contradicting, or not fitting what it limits. */
final class ScopeErrors {
    private static final Set<String> POD_SCOPES = Set.of(
            Scope.TERMINATING,
            Scope.NOT_TERMINATING,
            Scope.NOT_BEST_EFFORT,
            Scope.PRIORITY_CLASS,
            Scope.CROSS_NAMESPACE_POD_AFFINITY);

    private static final Set<String> POD_RESOURCES = Set.of(
            ResourceName.PODS,
            ResourceName.CPU,
            ResourceName.MEMORY,
            ResourceName.LIMITS_CPU,
            ResourceName.LIMITS_MEMORY,
            ResourceName.REQUESTS_CPU,
            ResourceName.REQUESTS_MEMORY);

    private static final Set<String> CLAIM_RESOURCES =
            Set.of(ResourceName.PERSISTENTVOLUMECLAIMS, ResourceName.REQUESTS_STORAGE);

    private static final String ONLY_EXISTS = "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating,"
            + " ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or"
            + " ResourceQuotaScopeCrossNamespacePodAffinity";

    /** Scopes that a pod is in or not: they have no values. */
    private static final Set<String> EXISTING = Set.of(
            Scope.TERMINATING,
            Scope.NOT_TERMINATING,
            Scope.BEST_EFFORT,
            Scope.NOT_BEST_EFFORT,
            Scope.CROSS_NAMESPACE_POD_AFFINITY);

    private ScopeErrors() {}

    static void check(ResourceQuota.Spec spec, FieldPath path, List<FieldError> errors) {
        var limited = spec.hard().keySet();
        var at = path.child("scopes");
        var shown = ShownValue.of(spec.scopes());
        for (var scope : spec.scopes()) {
            known(scope, at, shown, errors);
            fits(scope, limited, at, shown, errors);
        }
        conflicts(spec.scopes(), at, shown, errors);
        var selector = spec.scopeSelector();
        if (selector != null) {
            var each = path.child("scopeSelector", "matchExpressions");
            for (var scope : selector.matchExpressions()) {
                known(scope.scopeName(), each.child("scopeName"), scope.scopeName(), errors);
                fits(scope.scopeName(), limited, each, ShownValue.of(selector), errors);
                operator(scope, each, errors);
            }
            var names = selector.matchExpressions().stream()
                    .map(ScopedResourceSelectorRequirement::scopeName)
                    .toList();
            conflicts(names, each, shown, errors); // upstream shows the other list
        }
    }

    private static void known(String scope, FieldPath path, @Nullable Object bad, List<FieldError> errors) {
        if (!POD_SCOPES.contains(scope)
                && !scope.equals(Scope.BEST_EFFORT)
                && !scope.equals(Scope.VOLUME_ATTRIBUTES_CLASS)) {
            errors.add(FieldError.invalid(path, bad, "unsupported scope"));
        }
    }

    private static void fits(
            String scope, Collection<String> limited, FieldPath path, @Nullable Object bad, List<FieldError> errors) {
        for (var name : limited) {
            if (QuotaNames.isStandard(name) && !fits(scope, name)) {
                errors.add(FieldError.invalid(path, bad, "unsupported scope applied to resource"));
            }
        }
    }

    private static boolean fits(String scope, String name) {
        if (POD_SCOPES.contains(scope)) {
            return POD_RESOURCES.contains(name);
        }
        return switch (scope) {
            case Scope.BEST_EFFORT -> name.equals(ResourceName.PODS);
            case Scope.VOLUME_ATTRIBUTES_CLASS -> CLAIM_RESOURCES.contains(name);
            default -> true;
        };
    }

    private static void operator(ScopedResourceSelectorRequirement scope, FieldPath path, List<FieldError> errors) {
        if (EXISTING.contains(scope.scopeName()) && !scope.operator().equals(ScopeSelectorOperator.EXISTS)) {
            errors.add(FieldError.invalid(path.child("operator"), scope.operator(), ONLY_EXISTS));
        }
        switch (scope.operator()) {
            case ScopeSelectorOperator.IN, ScopeSelectorOperator.NOT_IN -> {
                if (scope.values().isEmpty()) {
                    errors.add(FieldError.required(
                            path.child("values"),
                            "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"));
                }
            }
            case ScopeSelectorOperator.EXISTS, ScopeSelectorOperator.DOES_NOT_EXIST -> {
                if (!scope.values().isEmpty()) {
                    errors.add(FieldError.invalid(
                            path.child("values"),
                            scope.values(),
                            "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"));
                }
            }
            default -> errors.add(
                    FieldError.invalid(path.child("operator"), scope.operator(), "not a valid selector operator"));
        }
    }

    private static void conflicts(List<String> scopes, FieldPath path, @Nullable Object bad, List<FieldError> errors) {
        if (scopes.contains(Scope.BEST_EFFORT) && scopes.contains(Scope.NOT_BEST_EFFORT)) {
            errors.add(FieldError.invalid(path, bad, "conflicting scopes"));
        }
        if (scopes.contains(Scope.TERMINATING) && scopes.contains(Scope.NOT_TERMINATING)) {
            errors.add(FieldError.invalid(path, bad, "conflicting scopes"));
        }
    }
}
