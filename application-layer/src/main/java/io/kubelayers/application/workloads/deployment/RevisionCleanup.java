package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ObjectOrder;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import io.kubelayers.nucleus.explain.Finding;
import java.util.Comparator;

/**
 * Forgets the oldest revisions beyond revisionHistoryLimit; only sets that are empty and settled are deleted.
 *
 * <p>Upstream source: {@code cleanupDeployment} in {@code pkg/controller/deployment/sync.go}.
 */
final class RevisionCleanup {
    /** Oldest revision first; sets of equal or unreadable revision by age. */
    static final Comparator<ReplicaSet> BY_REVISION = Comparator.<ReplicaSet>comparingLong(
                    set -> RolloutAnnotations.revision(set.metadata()).orElse(0))
            .thenComparing(ObjectOrder.BY_AGE);

    private RevisionCleanup() {}

    static void apply(RolloutPlan plan) {
        int limit = historyLimit(plan.deployment());
        if (limit == Integer.MAX_VALUE) {
            return;
        }
        var alive = plan.sets().old().stream()
                .filter(set -> set.metadata().deletionTimestamp() == null)
                .sorted(BY_REVISION)
                .toList();
        for (int i = 0; i < alive.size() - limit; i++) {
            var set = alive.get(i);
            boolean settled = set.metadata().generation() <= set.status().observedGeneration();
            if (ReplicaSetDecision.replicas(set) == 0 && set.status().replicas() == 0 && settled) {
                plan.note(Finding.pass(
                                "RevisionCleanup",
                                "replicaset/" + set.metadata().name(),
                                "falls out of the revision history")
                        .input("revisionHistoryLimit", limit)
                        .input("old revisions", alive.size()));
                plan.delete(set);
            }
        }
    }

    private static int historyLimit(Deployment deployment) {
        var limit = deployment.spec().revisionHistoryLimit();
        return limit == null ? 10 : limit;
    }
}
