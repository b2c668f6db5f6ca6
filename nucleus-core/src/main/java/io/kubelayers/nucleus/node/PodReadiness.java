package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions that the agent keeps in a pod's status (kubelet {@code status/generate.go}). */
final class PodReadiness {
    private static final List<String> ORDER = List.of(
            PodConditionType.POD_READY_TO_START_CONTAINERS,
            PodConditionType.INITIALIZED,
            PodConditionType.READY,
            PodConditionType.CONTAINERS_READY,
            PodConditionType.POD_SCHEDULED);

    private final Pod pod;
    private final Instant timestamp;
    private Pod.Status status;

    private PodReadiness(Pod pod, Pod.Status status, Instant timestamp) {
        this.pod = pod;
        this.status = status;
        this.timestamp = timestamp;
    }

    /**
     * The status with its conditions.
     *
     * @param status status with phase and container statuses as they are now
     * @param connected whether the pod has its network
     * @param initialized whether a regular container has ever started
     */
    static Pod.Status conditions(
            Pod pod, Pod.Status status, boolean connected, boolean initialized, Instant timestamp) {
        var readiness = new PodReadiness(pod, status, timestamp);
        readiness.set(PodConditionType.POD_READY_TO_START_CONTAINERS, connected, null, null);
        readiness.initialized(initialized);
        readiness.ready();
        readiness.set(PodConditionType.POD_SCHEDULED, true, null, null);
        return inOrder(readiness.status);
    }

    /** First what others say of the pod, then what the agent says, in its order. */
    private static Pod.Status inOrder(Pod.Status status) {
        var ordered = new ArrayList<PodCondition>();
        for (var condition : status.conditions()) {
            if (!ORDER.contains(condition.type())) {
                ordered.add(condition);
            }
        }
        for (var type : ORDER) {
            PodConditions.find(status, type).ifPresent(ordered::add);
        }
        return status.withConditions(ordered);
    }

    private void initialized(boolean initialized) {
        if (Pod.Phase.SUCCEEDED.equals(status.phase())) {
            set(PodConditionType.INITIALIZED, true, "PodCompleted", null);
            return;
        }
        var incomplete = new ArrayList<String>();
        for (var container : pod.spec().initContainers()) {
            var known = PodPhase.find(status.initContainerStatuses(), container);
            boolean sidecar = RestartRule.isSidecar(pod.spec(), container);
            if (known == null || !(sidecar ? Boolean.TRUE.equals(known.started()) : known.ready())) {
                incomplete.add(container.name());
            }
        }
        if (initialized || incomplete.isEmpty()) {
            set(PodConditionType.INITIALIZED, true, null, null);
        } else {
            set(
                    PodConditionType.INITIALIZED,
                    false,
                    "ContainersNotInitialized",
                    "containers with incomplete status: " + names(incomplete));
        }
    }

    private void ready() {
        String reason = null;
        String message = null;
        if (Pod.Phase.SUCCEEDED.equals(status.phase())) {
            reason = "PodCompleted";
        } else if (Pod.Phase.FAILED.equals(status.phase())) {
            reason = "PodFailed";
        } else {
            var unready = unready(pod.spec());
            if (!unready.isEmpty()) {
                reason = "ContainersNotReady";
                message = "containers with unready status: " + names(unready);
            }
        }
        boolean containersReady = reason == null;
        if (containersReady) {
            message = gates();
            reason = message == null ? null : "ReadinessGatesNotReady";
        }
        set(PodConditionType.READY, reason == null, reason, message);
        set(
                PodConditionType.CONTAINERS_READY,
                containersReady,
                containersReady ? null : reason,
                containersReady ? null : message);
    }

    private List<String> unready(PodSpec spec) {
        var unready = new ArrayList<String>();
        for (var container : spec.initContainers()) {
            if (RestartRule.isSidecar(spec, container)
                    && !isReady(PodPhase.find(status.initContainerStatuses(), container))) {
                unready.add(container.name());
            }
        }
        for (var container : spec.containers()) {
            if (!isReady(PodPhase.find(status.containerStatuses(), container))) {
                unready.add(container.name());
            }
        }
        return unready;
    }

    private static boolean isReady(@Nullable ContainerStatus known) {
        return known != null && known.ready();
    }

    /** What the readiness gates that others open are waiting for, null if nothing. */
    private @Nullable String gates() {
        var closed = new ArrayList<String>();
        for (var gate : pod.spec().readinessGates()) {
            var condition = PodConditions.find(status, gate.conditionType());
            if (condition.isEmpty()) {
                closed.add("corresponding condition of pod readiness gate \"" + gate.conditionType()
                        + "\" does not exist.");
            } else if (!condition.get().status().equals(ConditionStatus.TRUE)) {
                closed.add("the status of pod readiness gate \"" + gate.conditionType() + "\" is not \"True\", but "
                        + condition.get().status());
            }
        }
        return closed.isEmpty() ? null : String.join(", ", closed);
    }

    private static String names(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }

    private void set(String type, boolean isTrue, @Nullable String reason, @Nullable String message) {
        status = PodConditions.with(
                status,
                PodConditionBuilder.builder()
                        .type(type)
                        .status(isTrue ? ConditionStatus.TRUE : ConditionStatus.FALSE)
                        .observedGeneration(pod.metadata().generation())
                        .lastTransitionTime(timestamp)
                        .reason(reason)
                        .message(message)
                        .build());
    }
}
