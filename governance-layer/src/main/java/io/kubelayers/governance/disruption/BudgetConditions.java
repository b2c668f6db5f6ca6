package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.PodDisruptionBudget.Status;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.ConditionStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The DisruptionAllowed condition of a budget (upstream {@code component-helpers/apps/poddisruptionbudget}). */
final class BudgetConditions {
    static final String DISRUPTION_ALLOWED = "DisruptionAllowed";
    static final String SUFFICIENT_PODS = "SufficientPods";
    static final String INSUFFICIENT_PODS = "InsufficientPods";
    static final String SYNC_FAILED = "SyncFailed";

    private BudgetConditions() {}

    static @Nullable Condition disruptionAllowed(Status status) {
        for (var condition : status.conditions()) {
            if (condition.type().equals(DISRUPTION_ALLOWED)) {
                return condition;
            }
        }
        return null;
    }

    /** The status with its condition told from its numbers. */
    static Status counted(Status status, Instant now) {
        return status.disruptionsAllowed() > 0
                ? with(status, ConditionStatus.TRUE, SUFFICIENT_PODS, "", now)
                : with(status, ConditionStatus.FALSE, INSUFFICIENT_PODS, "", now);
    }

    /** The status after its numbers could not be told. */
    static Status syncFailed(Status status, String error, Instant now) {
        return with(status, ConditionStatus.FALSE, SYNC_FAILED, error, now);
    }

    /** Whether the condition agrees with the numbers, whatever its reason. */
    static boolean agrees(Status status) {
        var condition = disruptionAllowed(status);
        var expected = status.disruptionsAllowed() > 0 ? ConditionStatus.TRUE : ConditionStatus.FALSE;
        return condition != null
                && condition.status().equals(expected)
                && condition.observedGeneration() == status.observedGeneration();
    }

    private static Status with(Status status, String holds, String reason, String message, Instant now) {
        var conditions = new ArrayList<>(status.conditions());
        var old = disruptionAllowed(status);
        var since = old != null && old.status().equals(holds)
                ? old.lastTransitionTime()
                : now.truncatedTo(ChronoUnit.SECONDS);
        var condition = new Condition(DISRUPTION_ALLOWED, holds, status.observedGeneration(), since, reason, message);
        if (old == null) {
            conditions.add(condition);
        } else {
            conditions.set(conditions.indexOf(old), condition);
        }
        return status.withConditions(conditions);
    }
}
