package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.WorkloadEvent;
import org.jspecify.annotations.Nullable;

/** One write to a ReplicaSet that a rollout decided on; several of them may follow on the same set. */
public sealed interface ReplicaSetChange {
    /** The set as it is written, or for a deletion as it was. */
    ReplicaSet replicaSet();

    /** What to tell about it once it is done; null if nothing. */
    @Nullable
    WorkloadEvent event();

    /** The set of a new template appears. */
    record Create(ReplicaSet replicaSet) implements ReplicaSetChange {
        @Override
        public @Nullable WorkloadEvent event() {
            var size = replicaSet.spec().replicas();
            return size == null || size == 0 ? null : scaling("up", replicaSet, 0, size);
        }
    }

    /** A set gets another size, or is noted to be sized for another Deployment size. */
    record Scale(ReplicaSet replicaSet, int from, int to) implements ReplicaSetChange {
        @Override
        public @Nullable WorkloadEvent event() {
            return from == to ? null : scaling(from < to ? "up" : "down", replicaSet, from, to);
        }
    }

    /** Annotations or minReadySeconds follow the Deployment. */
    record Update(ReplicaSet replicaSet) implements ReplicaSetChange {
        @Override
        public @Nullable WorkloadEvent event() {
            return null;
        }
    }

    /** An old, empty set falls out of the revision history. */
    record Delete(ReplicaSet replicaSet) implements ReplicaSetChange {
        @Override
        public @Nullable WorkloadEvent event() {
            return null;
        }
    }

    private static WorkloadEvent scaling(String direction, ReplicaSet set, int from, int to) {
        return WorkloadEvent.normal(
                "ScalingReplicaSet",
                "Scaled " + direction + " replica set " + set.metadata().name() + " from " + from + " to " + to);
    }
}
