package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import java.time.Instant;

/**
 * Whether a rollout is complete, moves, or has been stuck for too long.
 *
 * <p>Upstream source: {@code DeploymentComplete}, {@code DeploymentProgressing} and {@code DeploymentTimedOut} in {@code
 * pkg/controller/deployment/util/deployment_util.go}.
 */
public final class RolloutProgress {
    private RolloutProgress() {}

    /** All pods are of the new template and available, none of an old one is left, and the spec was seen. */
    public static boolean isComplete(Deployment deployment, Deployment.Status status) {
        int desired = RollingLimits.replicas(deployment);
        return status.updatedReplicas() == desired
                && status.replicas() == desired
                && status.availableReplicas() == desired
                && status.observedGeneration() >= deployment.metadata().generation();
    }

    /** More new pods, fewer old ones, more ready or more available ones than the deployment's own status says. */
    public static boolean hasProgressed(Deployment deployment, Deployment.Status now) {
        var before = deployment.status();
        return now.updatedReplicas() > before.updatedReplicas()
                || now.replicas() - now.updatedReplicas() < before.replicas() - before.updatedReplicas()
                || now.readyReplicas() > before.readyReplicas()
                || now.availableReplicas() > before.availableReplicas();
    }

    /** The last progress is longer ago than progressDeadlineSeconds, or that was said already. */
    public static boolean isTimedOut(Deployment deployment, Deployment.Status status, Instant now) {
        var condition = DeploymentConditions.find(status, Deployment.ConditionType.PROGRESSING);
        if (!hasDeadline(deployment)
                || condition == null
                || DeploymentConditions.NEW_REPLICA_SET_AVAILABLE.equals(condition.reason())) {
            return false;
        }
        if (DeploymentConditions.PROGRESS_DEADLINE_EXCEEDED.equals(condition.reason())) {
            return true;
        }
        var from = condition.lastUpdateTime();
        return from == null || from.plusSeconds(deadlineSeconds(deployment)).isBefore(now);
    }

    /** Whether lack of progress is reported at all; the largest 32-bit number turns it off. */
    public static boolean hasDeadline(Deployment deployment) {
        return deadlineSeconds(deployment) != Integer.MAX_VALUE;
    }

    /** Seconds without progress before a rollout counts as failed: 600 if not said. */
    static int deadlineSeconds(Deployment deployment) {
        var seconds = deployment.spec().progressDeadlineSeconds();
        return seconds == null ? 600 : seconds;
    }
}
