package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.PodShape;

/** Which pods count for a spread constraint. Upstream: {@code countPodsMatchSelector}. */
final class SpreadCount {
    private SpreadCount() {}

    /** Pods on their way out don't; and a selector that selects everything counts nothing, as upstream has it. */
    static boolean counts(SpreadConstraint constraint, PodShape pod, String namespace) {
        return !constraint.pods().isEverything()
                && !pod.isTerminating()
                && pod.namespace().equals(namespace)
                && constraint.pods().matches(pod.labels());
    }
}
