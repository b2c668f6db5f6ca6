package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ObjectOrder;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import io.kubelayers.nucleus.explain.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens when the Deployment's size changes (or while it is paused): a single active set takes the new size;
 * several share the change in proportion to their sizes, so that a scaling does not hasten a rollout that may be bad.
 *
 * <p>Upstream source: {@code scale} in {@code pkg/controller/deployment/sync.go}.
 */
final class ScalingStep {
    private static final String CODE = "Scaling";
    private static final Comparator<ReplicaSet> LARGEST =
            Comparator.comparing(ReplicaSetDecision::replicas, Comparator.reverseOrder());

    private ScalingStep() {}

    /** Whether an active set was last scaled for another size than the Deployment has now. */
    static boolean isNeeded(RolloutPlan plan) {
        int desired = RollingLimits.replicas(plan.deployment());
        for (var set : plan.sets().all()) {
            var noted = RolloutAnnotations.desiredReplicas(set);
            if (RevisionSets.isActive(set) && noted.isPresent() && noted.getAsInt() != desired) {
                return true;
            }
        }
        return false;
    }

    /** Notes the new sizes. */
    static void apply(RolloutPlan plan) {
        var deployment = plan.deployment();
        var sets = plan.sets();
        int desired = RollingLimits.replicas(deployment);
        var only = sets.activeOrLatest();
        if (only != null) {
            if (ReplicaSetDecision.replicas(only) != desired) {
                plan.note(Finding.pass(CODE, subject(only), "is the only set to scale and takes all " + desired));
                plan.scale(only, desired);
            }
            return;
        }
        var newest = sets.newest();
        if (newest != null && RolloutSize.isSaturated(deployment, newest)) {
            for (var set : sets.oldWithReplicas()) {
                plan.note(Finding.pass(CODE, subject(set), "goes to 0: the new set has all pods available"));
                plan.scale(set, 0);
            }
            return;
        }
        if (RollingLimits.isRollingUpdate(deployment)) {
            scaleInProportion(plan, desired);
        }
    }

    private static void scaleInProportion(RolloutPlan plan, int desired) {
        var deployment = plan.deployment();
        var active = plan.sets().all().stream().filter(RevisionSets::isActive).toList();
        int allowed = desired > 0 ? desired + RollingLimits.of(deployment).surge() : 0;
        int toAdd = allowed - RevisionSets.wanted(active);
        // larger sets first; of equal ones the newer gains first and the older loses first
        var ties = toAdd > 0 ? ObjectOrder.BY_AGE.reversed() : ObjectOrder.BY_AGE;
        var ordered = active.stream().sorted(LARGEST.thenComparing(ties)).toList();
        Map<ReplicaSet, Integer> sizes = new LinkedHashMap<>();
        int added = 0;
        for (var set : ordered) {
            int share = RolloutSize.proportion(set, deployment, toAdd, added);
            added += share;
            sizes.put(set, ReplicaSetDecision.replicas(set) + share);
        }
        int leftover = toAdd - added;
        if (leftover != 0 && !ordered.isEmpty()) {
            sizes.merge(ordered.get(0), leftover, (size, rest) -> Math.max(0, size + rest));
        }
        sizes.forEach((set, size) -> {
            plan.note(Finding.pass(CODE, subject(set), "goes to " + size + ", its share of " + allowed)
                    .input("replicas", ReplicaSetDecision.replicas(set))
                    .input("to add", toAdd));
            plan.scale(set, size);
        });
    }

    private static String subject(ReplicaSet set) {
        return "replicaset/" + set.metadata().name();
    }
}
