package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import io.kubelayers.nucleus.explain.Finding;

/**
 * One step of a rolling update: the new set grows as far as the surge allows; if it can't, old sets shrink as far as
 * availability allows, pods that are not available first.
 *
 * <p>Upstream source: {@code pkg/controller/deployment/rolling.go}.
 */
final class RollingUpdateStep {
    private static final String CODE = "RollingUpdate";

    private RollingUpdateStep() {}

    /** Notes the changes of one step; none if the rollout must wait or is done. */
    static void apply(RolloutPlan plan) {
        RevisionSync.createIfMissing(plan);
        var limits = RollingLimits.of(plan.deployment());
        plan.note(limits.finding());
        if (!resizeNewSet(plan)) {
            shrinkOldSets(plan, limits);
        }
    }

    private static boolean resizeNewSet(RolloutPlan plan) {
        var newest = newest(plan);
        int size = ReplicaSetDecision.replicas(newest);
        int desired = RollingLimits.replicas(plan.deployment());
        if (size == desired) {
            return false;
        }
        int total = RevisionSets.wanted(plan.sets().all());
        int target = size > desired
                ? desired
                : RolloutSize.ofNewSet(plan.deployment(), plan.sets().all(), newest);
        var finding = target == size
                ? Finding.fail(CODE, subject(newest), "can't grow: all sets together are at the limit of pods")
                : Finding.pass(CODE, subject(newest), "goes from " + size + " to " + target + " of " + desired);
        plan.note(finding.input("pods wanted by all sets", total));
        return plan.scale(newest, target);
    }

    private static void shrinkOldSets(RolloutPlan plan, RollingLimits limits) {
        var sets = plan.sets();
        var newest = newest(plan);
        if (RevisionSets.wanted(sets.old()) == 0) {
            return;
        }
        int minAvailable = RollingLimits.replicas(plan.deployment()) - limits.unavailable();
        int newUnavailable =
                ReplicaSetDecision.replicas(newest) - newest.status().availableReplicas();
        int total = RevisionSets.wanted(sets.all());
        int removable = total - minAvailable - newUnavailable;
        var arithmetic = total + " pods - " + minAvailable + " that must be available - " + newUnavailable
                + " new ones that are not yet available = " + removable;
        if (removable <= 0) {
            plan.note(Finding.fail(CODE, "old replica sets", "no old pod may go: " + arithmetic));
            return;
        }
        plan.note(Finding.pass(CODE, "old replica sets", "at most " + removable + " old pods may go: " + arithmetic));
        removeUnavailable(plan, removable);
        removeAvailable(plan, minAvailable);
    }

    private static void removeUnavailable(RolloutPlan plan, int limit) {
        int removed = 0;
        for (var set : plan.sets().oldWithReplicas()) {
            int size = ReplicaSetDecision.replicas(set);
            int unavailable = size - set.status().availableReplicas();
            int step = Math.min(limit - removed, unavailable);
            if (step > 0) {
                removed += step;
                plan.note(Finding.pass(CODE, subject(set), "loses " + step + " pods that are not available")
                        .input("available", set.status().availableReplicas())
                        .input("replicas", size));
                plan.scale(set, size - step);
            }
        }
    }

    private static void removeAvailable(RolloutPlan plan, int minAvailable) {
        int available = RevisionSets.available(plan.sets().all());
        int surplus = available - minAvailable;
        int removed = 0;
        for (var set : plan.sets().oldWithReplicas()) {
            int size = ReplicaSetDecision.replicas(set);
            int step = Math.min(surplus - removed, size);
            if (step > 0) {
                removed += step;
                plan.note(Finding.pass(CODE, subject(set), "loses " + step + " pods: more are available than must be")
                        .input("available", available)
                        .input("must be available", minAvailable));
                plan.scale(set, size - step);
            }
        }
        if (surplus <= 0) {
            plan.note(Finding.fail(
                            CODE, "old replica sets", "no available pod may go: not more are available than must be")
                    .input("available", available)
                    .input("must be available", minAvailable));
        }
    }

    private static ReplicaSet newest(RolloutPlan plan) {
        var newest = plan.newest();
        if (newest == null) {
            throw new IllegalStateException("a rolling update has a new replica set");
        }
        return newest;
    }

    private static String subject(ReplicaSet set) {
        return "replicaset/" + set.metadata().name();
    }
}
