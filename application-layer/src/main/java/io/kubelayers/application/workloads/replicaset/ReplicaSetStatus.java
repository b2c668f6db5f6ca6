package io.kubelayers.application.workloads.replicaset;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ReplicaSet reports about its pods.
 *
 * <p>Upstream source: {@code calculateStatus} in {@code pkg/controller/replicaset/replica_set_utils.go}.
 */
public final class ReplicaSetStatus {
    private ReplicaSetStatus() {}

    /**
     * Counts pods and keeps the ReplicaFailure condition.
     *
     * @param replicaSet the set, whose present status is the base
     * @param owned pods it manages, as they were before this step
     * @param error why pods could not be created or deleted in this step; null if they could
     * @param now the time for availability and for conditions that change
     */
    public static ReplicaSet.Status of(ReplicaSet replicaSet, List<Pod> owned, @Nullable String error, Instant now) {
        int replicas = 0;
        int fullyLabeled = 0;
        int ready = 0;
        int available = 0;
        int terminating = 0;
        var templateLabels = replicaSet.spec().template().metadata().labels();
        for (var pod : owned) {
            if (PodAvailability.isTerminating(pod)) {
                terminating++;
            }
            if (!PodAvailability.isActive(pod)) {
                continue;
            }
            replicas++;
            if (carries(pod.metadata().labels(), templateLabels)) {
                fullyLabeled++;
            }
            if (PodAvailability.isReady(pod)) {
                ready++;
                if (PodAvailability.isAvailable(pod, replicaSet.spec().minReadySeconds(), now)) {
                    available++;
                }
            }
        }
        return new ReplicaSet.Status(
                replicas,
                fullyLabeled,
                ready,
                available,
                terminating,
                replicaSet.metadata().generation(),
                conditions(replicaSet, replicas, error, now));
    }

    /** When to look again because a ready pod becomes available by then; null if none will. */
    public static @Nullable Duration nextCheck(ReplicaSet replicaSet, List<Pod> owned, Instant now) {
        Duration next = null;
        for (var pod : owned) {
            if (!PodAvailability.isActive(pod)) {
                continue;
            }
            var wait = PodAvailability.untilAvailable(pod, replicaSet.spec().minReadySeconds(), now);
            if (wait != null && (next == null || wait.compareTo(next) < 0)) {
                next = wait;
            }
        }
        return next;
    }

    private static boolean carries(Map<String, String> labels, Map<String, String> wanted) {
        for (var label : wanted.entrySet()) {
            if (!label.getValue().equals(labels.get(label.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static List<ReplicaSet.Condition> conditions(
            ReplicaSet replicaSet, int active, @Nullable String error, Instant now) {
        var conditions = new ArrayList<ReplicaSet.Condition>();
        boolean failedBefore = false;
        for (var condition : replicaSet.status().conditions()) {
            if (condition.type().equals(ReplicaSet.ConditionType.REPLICA_FAILURE)) {
                failedBefore = true;
                if (error == null) {
                    continue;
                }
            }
            conditions.add(condition);
        }
        if (error != null && !failedBefore) {
            int surplus = active - ReplicaSetDecision.replicas(replicaSet);
            var reason = surplus < 0 ? "FailedCreate" : surplus > 0 ? "FailedDelete" : null;
            conditions.add(new ReplicaSet.Condition(
                    ReplicaSet.ConditionType.REPLICA_FAILURE,
                    ConditionStatus.TRUE,
                    now.truncatedTo(ChronoUnit.SECONDS),
                    reason,
                    error));
        }
        return conditions;
    }
}
