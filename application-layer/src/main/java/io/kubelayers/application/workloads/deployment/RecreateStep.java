package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the Recreate strategy: old sets go to zero, and only when no old pod runs any more the new set starts.
 *
 * <p>Upstream source: {@code pkg/controller/deployment/recreate.go}.
 */
final class RecreateStep {
    private static final String CODE = "Recreate";

    private RecreateStep() {}

    /** Notes the changes of one step; none if it must wait for old pods or is done. */
    static void apply(RolloutPlan plan, List<Pod> pods) {
        var active = plan.sets().oldWithReplicas();
        if (!active.isEmpty()) {
            for (var set : active) {
                plan.note(Finding.pass(
                        CODE, "replicaset/" + set.metadata().name(), "is old and goes to 0 before any new pod starts"));
                plan.scale(set, 0);
            }
            return;
        }
        var waitingFor = oldPodRunning(plan, pods);
        if (waitingFor != null) {
            plan.note(Finding.fail(CODE, waitingFor, "an old pod still runs, so no new pod may start"));
            return;
        }
        RevisionSync.createIfMissing(plan);
        var newest = plan.newest();
        if (newest != null) {
            int desired = RollingLimits.replicas(plan.deployment());
            plan.note(Finding.pass(
                    CODE, "replicaset/" + newest.metadata().name(), "no old pod runs: all " + desired + " may start"));
            plan.scale(newest, desired);
        }
    }

    /** What still runs of old revisions; null if nothing. */
    private static @Nullable String oldPodRunning(RolloutPlan plan, List<Pod> pods) {
        for (var set : plan.sets().old()) {
            if (set.status().replicas() > 0) {
                return "replicaset/" + set.metadata().name();
            }
        }
        var newest = plan.newest();
        for (var pod : pods) {
            boolean isNew = newest != null && ControllerRef.controls(newest.metadata(), pod.metadata());
            if (!isNew && !PodAvailability.isTerminal(pod)) {
                return "pod/" + pod.metadata().name();
            }
        }
        return null;
    }
}
