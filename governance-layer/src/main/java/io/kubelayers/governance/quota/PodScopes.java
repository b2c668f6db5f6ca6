package io.kubelayers.governance.quota;

import io.kubelayers.governance.quota.ResourceQuota.Scope;
import io.kubelayers.governance.quota.ResourceQuota.ScopeSelectorOperator;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.resources.QosClass;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;

/** Which quota scopes a pod is in. */
final class PodScopes {
    private PodScopes() {}

    static boolean contains(ScopedResourceSelectorRequirement scope, Pod pod) {
        return switch (scope.scopeName()) {
            case Scope.TERMINATING -> isTerminating(pod);
            case Scope.NOT_TERMINATING -> !isTerminating(pod);
            case Scope.BEST_EFFORT -> isBestEffort(pod);
            case Scope.NOT_BEST_EFFORT -> !isBestEffort(pod);
            case Scope.PRIORITY_CLASS -> hasPriorityClass(
                    scope, Absent.text(pod.spec().priorityClassName()));
            case Scope.CROSS_NAMESPACE_POD_AFFINITY -> looksIntoOtherNamespaces(pod);
            default -> false;
        };
    }

    /** A pod with a deadline ends by itself. */
    static boolean isTerminating(Pod pod) {
        var deadline = pod.spec().activeDeadlineSeconds();
        return deadline != null && deadline >= 0;
    }

    private static boolean hasPriorityClass(ScopedResourceSelectorRequirement scope, String name) {
        return scope.operator().equals(ScopeSelectorOperator.EXISTS)
                ? !name.isEmpty()
                : ScopeSelection.chooses(scope, name);
    }

    private static boolean isBestEffort(Pod pod) {
        return QosClass.of(pod).equals(Pod.QOSClass.BEST_EFFORT);
    }

    private static boolean looksIntoOtherNamespaces(Pod pod) {
        var affinity = pod.spec().affinity();
        if (affinity == null) {
            return false;
        }
        var towards = affinity.podAffinity();
        var away = affinity.podAntiAffinity();
        boolean attracted = towards != null
                && (anyAcross(towards.requiredDuringSchedulingIgnoredDuringExecution())
                        || anyWeightedAcross(towards.preferredDuringSchedulingIgnoredDuringExecution()));
        boolean repelled = away != null
                && (anyAcross(away.requiredDuringSchedulingIgnoredDuringExecution())
                        || anyWeightedAcross(away.preferredDuringSchedulingIgnoredDuringExecution()));
        return attracted || repelled;
    }

    private static boolean anyAcross(List<PodAffinityTerm> terms) {
        return terms.stream().anyMatch(PodScopes::isAcross);
    }

    private static boolean anyWeightedAcross(List<WeightedPodAffinityTerm> terms) {
        return terms.stream().anyMatch(term -> isAcross(term.podAffinityTerm()));
    }

    private static boolean isAcross(PodAffinityTerm term) {
        return !term.namespaces().isEmpty() || term.namespaceSelector() != null;
    }
}
