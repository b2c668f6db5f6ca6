package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import java.util.List;

/**
 * The sizes that the sets of a Deployment get.
 *
 * <p>Upstream source: {@code NewRSNewReplicas}, {@code GetReplicaSetProportion} and {@code IsSaturated} in {@code
 * pkg/controller/deployment/util/deployment_util.go}.
 */
public final class RolloutSize {
    private RolloutSize() {}

    /**
     * Replicas the new set gets in the next step: as many as fit under replicas and surge, all of them under Recreate.
     *
     * @param all every set of the deployment, the new one included
     * @throws IllegalArgumentException if maxSurge is neither a number nor a percentage, or the strategy is unknown
     */
    public static int ofNewSet(Deployment deployment, List<ReplicaSet> all, ReplicaSet newest) {
        int desired = RollingLimits.replicas(deployment);
        if (Deployment.StrategyType.RECREATE.equals(deployment.spec().strategy().type())) {
            return desired;
        }
        if (!RollingLimits.isRollingUpdate(deployment)) {
            throw new IllegalArgumentException(
                    "deployment type " + deployment.spec().strategy().type() + " isn't supported");
        }
        int present = ReplicaSetDecision.replicas(newest);
        int maxTotal = desired + (int) RollingLimits.maxSurge(deployment).scaled(desired, true);
        int total = RevisionSets.wanted(all);
        return total >= maxTotal ? present : present + Math.min(maxTotal - total, desired - present);
    }

    /**
     * Replicas that a set gains (or loses, if negative) when a Deployment is scaled while several sets have pods.
     *
     * @param toAdd replicas to spread over all sets; negative to take away
     * @param added replicas already given to other sets, of the same sign
     */
    public static int proportion(ReplicaSet set, Deployment deployment, int toAdd, int added) {
        if (ReplicaSetDecision.replicas(set) == 0 || toAdd == 0 || toAdd == added) {
            return 0;
        }
        int fraction = fraction(set, deployment);
        int allowed = toAdd - added;
        return toAdd > 0 ? Math.min(fraction, allowed) : Math.max(fraction, allowed);
    }

    /** The set's size times the growth of the Deployment since the set was last scaled, less its size. */
    private static int fraction(ReplicaSet set, Deployment deployment) {
        int size = ReplicaSetDecision.replicas(set);
        int desired = RollingLimits.replicas(deployment);
        if (desired == 0) {
            return -size;
        }
        int maxNow = desired + RollingLimits.of(deployment).surge();
        int maxBefore = RolloutAnnotations.maxReplicas(set).orElse(0);
        if (maxBefore == 0) {
            maxBefore = deployment.status().replicas();
        }
        if (maxBefore == 0) {
            return 0;
        }
        return (int) roundHalfAway((double) (size * maxNow) / maxBefore) - size;
    }

    private static double roundHalfAway(double value) {
        return value < 0 ? value - 0.5 : value + 0.5;
    }

    /**
     * Whether the new set has taken over: it wants all replicas, was scaled for that number, and all its pods are
     * available.
     */
    public static boolean isSaturated(Deployment deployment, ReplicaSet set) {
        int desired = RollingLimits.replicas(deployment);
        var noted = RolloutAnnotations.scaledFor(set);
        return noted.isPresent()
                && noted.getAsLong() == desired
                && ReplicaSetDecision.replicas(set) == desired
                && set.status().availableReplicas() == desired;
    }
}
