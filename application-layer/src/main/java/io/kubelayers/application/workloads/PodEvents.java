package io.kubelayers.application.workloads;

/**
 * The events by which every controller tells that it made or removed a pod.
 *
 * <p>Upstream source: {@code RealPodControl} in {@code pkg/controller/controller_utils.go}.
 */
public final class PodEvents {
    private PodEvents() {}

    public static WorkloadEvent created(String podName) {
        return WorkloadEvent.normal("SuccessfulCreate", "Created pod: " + podName);
    }

    public static WorkloadEvent createFailed(String error) {
        return WorkloadEvent.warning("FailedCreate", "Error creating: " + error);
    }

    public static WorkloadEvent deleted(String podName) {
        return WorkloadEvent.normal("SuccessfulDelete", "Deleted pod: " + podName);
    }

    public static WorkloadEvent deleteFailed(String error) {
        return WorkloadEvent.warning("FailedDelete", "Error deleting: " + error);
    }
}
