package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phase that the states of its containers put a pod in (kubelet {@code kubelet_pods.go}, getPhase): Pending until all
 * that must run has started once, then Running, and when nothing will run any more Succeeded or Failed.
 */
public final class PodPhase {
    private final PodSpec spec;
    private int initPending;
    private int sidecarsPending;
    private int initFailed;
    private int running;
    private int waiting;
    private int stopped;
    private int succeeded;
    private int unknown;

    private PodPhase(PodSpec spec) {
        this.spec = spec;
    }

    /**
     * The phase.
     *
     * @param initStatuses statuses of the init containers, in any order
     * @param statuses statuses of the others, in any order
     * @param initialized whether a regular container has ever started
     * @param terminal whether nothing of the pod runs or will run, whatever its restart policy
     */
    public static String of(
            PodSpec spec,
            List<ContainerStatus> initStatuses,
            List<ContainerStatus> statuses,
            boolean initialized,
            boolean terminal) {
        var count = new PodPhase(spec);
        for (var container : spec.initContainers()) {
            var status = find(initStatuses, container);
            if (RestartRule.isSidecar(spec, container)) {
                count.sidecar(status);
            } else {
                count.init(status);
            }
        }
        for (var container : spec.containers()) {
            count.regular(find(statuses, container));
        }
        return count.phase(initialized, terminal);
    }

    static @Nullable ContainerStatus find(List<ContainerStatus> statuses, Container container) {
        for (var status : statuses) {
            if (status.name().equals(container.name())) {
                return status;
            }
        }
        return null;
    }

    private void init(@Nullable ContainerStatus status) {
        var ended = status == null ? null : status.state().terminated();
        if (ended == null && status != null && status.state().waiting() != null) {
            ended = status.lastState().terminated();
        }
        if (ended == null) {
            initPending++;
        } else if (ended.exitCode() != 0) {
            initFailed++;
        }
    }

    private void sidecar(@Nullable ContainerStatus status) {
        if (status == null) {
            unknown++;
        } else if (status.state().running() != null) {
            running++;
            sidecarsPending += Boolean.TRUE.equals(status.started()) ? 0 : 1;
        } else if (status.state().waiting() != null && status.lastState().terminated() == null) {
            sidecarsPending++;
            waiting++;
        }
    }

    private void regular(@Nullable ContainerStatus status) {
        if (status == null) {
            unknown++;
            return;
        }
        var ended = status.state().terminated();
        if (status.state().running() != null) {
            running++;
        } else if (ended != null) {
            stopped++;
            succeeded += ended.exitCode() == 0 ? 1 : 0;
        } else if (status.lastState().terminated() != null) {
            stopped++;
        } else {
            waiting++;
        }
    }

    private String phase(boolean initialized, boolean terminal) {
        boolean never = PodSpec.RestartPolicy.NEVER.equals(spec.restartPolicy());
        if (initFailed > 0 && never) {
            return Pod.Phase.FAILED;
        }
        if (initPending > 0 || sidecarsPending > 0 && !initialized || waiting > 0) {
            return Pod.Phase.PENDING;
        }
        if (unknown > 0) {
            return Pod.Phase.PENDING;
        }
        if (running > 0) {
            return Pod.Phase.RUNNING;
        }
        if (stopped == 0) {
            return Pod.Phase.PENDING;
        }
        boolean always = spec.restartPolicy() == null || PodSpec.RestartPolicy.ALWAYS.equals(spec.restartPolicy());
        if (always && !terminal) {
            return Pod.Phase.RUNNING;
        }
        if (stopped == succeeded) {
            return Pod.Phase.SUCCEEDED;
        }
        return never || terminal ? Pod.Phase.FAILED : Pod.Phase.RUNNING;
    }
}
