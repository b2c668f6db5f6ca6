package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler.Condition;
import io.kubelayers.nucleus.core.ConditionStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The conditions of an autoscaler while a look at it sets them: a type keeps its place, and its time unless it flips. */
final class ConditionLog {
    private final List<Condition> conditions;
    private final Instant now;

    ConditionLog(List<Condition> conditions, Instant now) {
        this.conditions = new ArrayList<>(conditions);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void set(String type, boolean holds, String reason, String message) {
        var status = holds ? ConditionStatus.TRUE : ConditionStatus.FALSE;
        for (int i = 0; i < conditions.size(); i++) {
            var old = conditions.get(i);
            if (old.type().equals(type)) {
                var since = old.status().equals(status) ? old.lastTransitionTime() : now;
                conditions.set(i, new Condition(type, status, since, reason, message));
                return;
            }
        }
        conditions.add(new Condition(type, status, now, reason, message));
    }

    List<Condition> toList() {
        return List.copyOf(conditions);
    }
}
