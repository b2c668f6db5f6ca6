package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.pod.PodConditions;

/** Questions disruption budgets ask about a pod. */
final class PodHealth {
    private PodHealth() {}

    static boolean isReady(Pod pod) {
        return PodConditions.isTrue(pod.status(), PodConditionType.READY);
    }

    static boolean isTerminating(Pod pod) {
        return pod.metadata().deletionTimestamp() != null;
    }

    static boolean isFinished(Pod pod) {
        return Pod.Phase.SUCCEEDED.equals(pod.status().phase())
                || Pod.Phase.FAILED.equals(pod.status().phase());
    }
}
