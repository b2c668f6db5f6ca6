package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.Scope;
import io.kubelayers.governance.quota.ResourceQuota.ScopeSelectorOperator;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Operator;
import io.kubelayers.nucleus.selector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scopes that choose objects by the name of a class: they work as a label requirement on that name. */
final class ScopeSelection {
    private ScopeSelection() {}

    /** The scopes of a quota, plain ones as {@code Exists}. */
    static List<ScopedResourceSelectorRequirement> of(ResourceQuota quota) {
        var all = new ArrayList<ScopedResourceSelectorRequirement>();
        for (var scope : quota.spec().scopes()) {
            all.add(new ScopedResourceSelectorRequirement(scope, ScopeSelectorOperator.EXISTS, List.of()));
        }
        var selector = quota.spec().scopeSelector();
        if (selector != null) {
            all.addAll(selector.matchExpressions());
        }
        return all;
    }

    /** Whether the object that refers to this class is chosen; an empty name means that it refers to none. */
    static boolean chooses(ScopedResourceSelectorRequirement scope, String className) {
        Map<String, String> labels = className.isEmpty() ? Map.of() : Map.of(scope.scopeName(), className);
        try {
            return Requirement.of(scope.scopeName(), operator(scope), scope.values())
                    .matches(labels);
        } catch (InvalidSelectorException e) {
            throw new InvalidScopeException("failed to parse and convert selector: " + e.getMessage());
        }
    }

    private static Operator operator(ScopedResourceSelectorRequirement scope) {
        return switch (scope.operator()) {
            case ScopeSelectorOperator.IN -> Operator.IN;
            case ScopeSelectorOperator.NOT_IN -> Operator.NOT_IN;
            case ScopeSelectorOperator.EXISTS -> Operator.EXISTS;
            case ScopeSelectorOperator.DOES_NOT_EXIST -> Operator.DOES_NOT_EXIST;
            default -> throw new InvalidScopeException("failed to parse and convert selector: \"" + scope.operator()
                    + "\" is not a valid scope selector operator");
        };
    }

    /** {@code {PriorityClass In [high low]}}. */
    static String text(ScopedResourceSelectorRequirement scope) {
        return "{" + scope.scopeName() + " " + scope.operator() + " [" + String.join(" ", scope.values()) + "]}";
    }

    static boolean isVolumeAttributesClass(ScopedResourceSelectorRequirement scope) {
        return scope.scopeName().equals(Scope.VOLUME_ATTRIBUTES_CLASS);
    }
}
