package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;

/** Questions disruption budgets ask about a pod. */
final class PodHealth {
    private PodHealth() {}

    static boolean isReady(Pod pod) {
        for (var condition : pod.status().conditions()) {
            if (condition.type().equals(PodConditionType.READY)) {
                return condition.status().equals(ConditionStatus.TRUE);
            }
        }
        return false;
    }

    static boolean isTerminating(Pod pod) {
        return pod.metadata().deletionTimestamp() != null;
    }

    static boolean isFinished(Pod pod) {
        return Pod.Phase.SUCCEEDED.equals(pod.status().phase())
                || Pod.Phase.FAILED.equals(pod.status().phase());
    }
}
