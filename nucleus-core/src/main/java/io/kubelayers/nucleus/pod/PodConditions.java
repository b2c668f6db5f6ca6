package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.meta.ConditionStatus;
import java.util.ArrayList;
import java.util.Optional;

/** Reads and changes the conditions of a pod (api/v1/pod/util.go). */
public final class PodConditions {
    private PodConditions() {}

    public static Optional<PodCondition> find(Pod.Status status, String type) {
        for (var condition : status.conditions()) {
            if (condition.type().equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    public static boolean isTrue(Pod.Status status, String type) {
        return find(status, type)
                .filter(condition -> condition.status().equals(ConditionStatus.TRUE))
                .isPresent();
    }

    /** The status with the condition set; while its status stays the same, so does the time of its last transition. */
    public static Pod.Status with(Pod.Status status, PodCondition condition) {
        var conditions = new ArrayList<>(status.conditions());
        for (int i = 0; i < conditions.size(); i++) {
            var known = conditions.get(i);
            if (known.type().equals(condition.type())) {
                conditions.set(
                        i,
                        known.status().equals(condition.status())
                                ? condition.withLastTransitionTime(known.lastTransitionTime())
                                : condition);
                return status.withConditions(conditions);
            }
        }
        conditions.add(condition);
        return status.withConditions(conditions);
    }
}
