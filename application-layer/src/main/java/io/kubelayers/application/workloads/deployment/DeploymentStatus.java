package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.core.ConditionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Deployment reports, counted from its sets.
 *
 * <p>Upstream source: {@code calculateStatus} in {@code pkg/controller/deployment/sync.go} and {@code
 * syncRolloutStatus} in {@code progress.go}.
 */
public final class DeploymentStatus {
    private DeploymentStatus() {}

    /** Counts and the Available condition. */
    public static Deployment.Status of(Deployment deployment, RevisionSets sets, Instant now) {
        var all = sets.all();
        int available = RevisionSets.available(all);
        int ready = 0;
        for (var set : all) {
            ready += set.status().readyReplicas();
        }
        var status = new Deployment.Status(
                deployment.metadata().generation(),
                RevisionSets.actual(all),
                sets.newest() == null ? 0 : sets.newest().status().replicas(),
                ready,
                available,
                Math.max(0, RevisionSets.wanted(all) - available),
                terminating(all),
                deployment.status().conditions(),
                deployment.status().collisionCount());
        int needed = RollingLimits.replicas(deployment)
                - RollingLimits.of(deployment).unavailable();
        var availability = available >= needed
                ? DeploymentConditions.condition(
                        Deployment.ConditionType.AVAILABLE,
                        ConditionStatus.TRUE,
                        DeploymentConditions.MINIMUM_REPLICAS_AVAILABLE,
                        "Deployment has minimum availability.",
                        now)
                : DeploymentConditions.condition(
                        Deployment.ConditionType.AVAILABLE,
                        ConditionStatus.FALSE,
                        DeploymentConditions.MINIMUM_REPLICAS_UNAVAILABLE,
                        "Deployment does not have minimum availability.",
                        now);
        return DeploymentConditions.with(status, availability);
    }

    /** The same with the Progressing and ReplicaFailure conditions, which only a rollout keeps. */
    public static Deployment.Status ofRollout(Deployment deployment, RevisionSets sets, Instant now) {
        var status = of(deployment, sets, now);
        if (!RolloutProgress.hasDeadline(deployment)) {
            status = DeploymentConditions.without(status, Deployment.ConditionType.PROGRESSING);
        } else if (!wasComplete(deployment, status)) {
            status = withProgress(deployment, sets.newest(), status, now);
        }
        var failure = failure(sets);
        return failure == null
                ? DeploymentConditions.without(status, Deployment.ConditionType.REPLICA_FAILURE)
                : DeploymentConditions.with(status, failure);
    }

    /** When to look again whether the rollout has timed out; null if it can't. */
    public static @Nullable Duration nextCheck(Deployment deployment, Deployment.Status status, Instant now) {
        var condition = DeploymentConditions.find(status, Deployment.ConditionType.PROGRESSING);
        if (!RolloutProgress.hasDeadline(deployment)
                || condition == null
                || condition.lastUpdateTime() == null
                || RolloutProgress.isComplete(deployment, status)
                || DeploymentConditions.PROGRESS_DEADLINE_EXCEEDED.equals(condition.reason())) {
            return null;
        }
        var deadline = condition.lastUpdateTime().plusSeconds(RolloutProgress.deadlineSeconds(deployment));
        var wait = Duration.between(now, deadline);
        // a second later than the deadline, which must lie in the past to count
        return wait.isNegative() ? Duration.ofSeconds(1) : wait.plusSeconds(1);
    }

    private static boolean wasComplete(Deployment deployment, Deployment.Status status) {
        var present = DeploymentConditions.find(deployment.status(), Deployment.ConditionType.PROGRESSING);
        return status.replicas() == status.updatedReplicas()
                && present != null
                && DeploymentConditions.NEW_REPLICA_SET_AVAILABLE.equals(present.reason());
    }

    private static Deployment.Status withProgress(
            Deployment deployment, @Nullable ReplicaSet newest, Deployment.Status status, Instant now) {
        var subject = newest == null
                ? "Deployment \"" + deployment.metadata().name() + "\""
                : "ReplicaSet \"" + newest.metadata().name() + "\"";
        if (RolloutProgress.isComplete(deployment, status)) {
            return DeploymentConditions.with(
                    status,
                    progressing(
                            ConditionStatus.TRUE,
                            DeploymentConditions.NEW_REPLICA_SET_AVAILABLE,
                            subject + " has successfully progressed.",
                            now));
        }
        if (RolloutProgress.hasProgressed(deployment, status)) {
            var condition = progressing(
                    ConditionStatus.TRUE, DeploymentConditions.REPLICA_SET_UPDATED, subject + " is progressing.", now);
            // progress renews the update time even if status and reason stay: the deadline counts from here
            var present = DeploymentConditions.find(deployment.status(), Deployment.ConditionType.PROGRESSING);
            if (present != null && present.status().equals(ConditionStatus.TRUE)) {
                condition = condition.withLastTransitionTime(present.lastTransitionTime());
            }
            return DeploymentConditions.with(
                    DeploymentConditions.without(status, Deployment.ConditionType.PROGRESSING), condition);
        }
        if (RolloutProgress.isTimedOut(deployment, status, now)) {
            return DeploymentConditions.with(
                    status,
                    progressing(
                            ConditionStatus.FALSE,
                            DeploymentConditions.PROGRESS_DEADLINE_EXCEEDED,
                            subject + " has timed out progressing.",
                            now));
        }
        return status;
    }

    static Deployment.Condition progressing(String status, String reason, String message, Instant now) {
        return DeploymentConditions.condition(Deployment.ConditionType.PROGRESSING, status, reason, message, now);
    }

    /** A failure of the new set, else of any old one. */
    private static Deployment.@Nullable Condition failure(RevisionSets sets) {
        var failure = sets.newest() == null ? null : failure(sets.newest());
        for (var set : sets.old()) {
            failure = failure == null ? failure(set) : failure;
        }
        return failure;
    }

    private static Deployment.@Nullable Condition failure(ReplicaSet set) {
        for (var c : set.status().conditions()) {
            if (c.type().equals(ReplicaSet.ConditionType.REPLICA_FAILURE)) {
                var since = c.lastTransitionTime();
                return new Deployment.Condition(c.type(), c.status(), since, since, c.reason(), c.message());
            }
        }
        return null;
    }

    /** Null as long as a set that was looked at does not say how many of its pods are terminating. */
    private static @Nullable Integer terminating(List<ReplicaSet> all) {
        int sum = 0;
        for (var set : all) {
            var terminating = set.status().terminatingReplicas();
            if (terminating != null) {
                sum += terminating;
            } else if (set.status().observedGeneration() != 0) {
                return null;
            }
        }
        return sum;
    }
}
