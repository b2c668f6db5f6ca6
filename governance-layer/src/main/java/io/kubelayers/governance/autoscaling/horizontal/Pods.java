package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Questions an autoscaler asks about a pod. */
final class Pods {
    /** Go's zero time, for times that were never set. */
    static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private Pods() {}

    static @Nullable PodCondition condition(Pod pod, String type) {
        for (var condition : pod.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    static boolean isRunningAndReady(Pod pod) {
        var condition = condition(pod, PodConditionType.READY);
        return Pod.Phase.RUNNING.equals(pod.status().phase())
                && condition != null
                && ConditionStatus.TRUE.equals(condition.status());
    }
}
