package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;

/**
 * A pod in its numbered place.
 *
 * @param ordinal its number
 * @param pod the pod, existing or about to be created
 * @param exists whether the server has it
 */
record Place(int ordinal, Pod pod, boolean exists) {
    String name() {
        return pod.metadata().nameOrEmpty();
    }

    boolean isTerminating() {
        return pod.metadata().deletionTimestamp() != null;
    }

    boolean hasEnded() {
        return exists && PodAvailability.isTerminal(pod);
    }

    boolean isRunningAndReady() {
        return Pod.Phase.RUNNING.equals(pod.status().phase()) && PodAvailability.isReady(pod);
    }

    boolean isRunningAndAvailable(int minReadySeconds, Instant now) {
        return Pod.Phase.RUNNING.equals(pod.status().phase()) && PodAvailability.isAvailable(pod, minReadySeconds, now);
    }

    boolean isHealthy() {
        return isRunningAndReady() && !isTerminating();
    }

    boolean isPending() {
        return exists && Pod.Phase.PENDING.equals(pod.status().phase());
    }
}
