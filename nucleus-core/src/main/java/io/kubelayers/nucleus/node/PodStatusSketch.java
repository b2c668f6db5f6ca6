package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.resources.QosClass;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a pod's status from what is seen of it (kubelet {@code kubelet_pods.go}, generateAPIPodStatus). */
final class PodStatusSketch {
    private final PodObservation seen;
    private final Pod pod;
    private final AgentPod memory;
    private final Map<String, ContainerState.Waiting> waiting;
    private final boolean ended;
    private final boolean initialized;

    PodStatusSketch(PodObservation seen, AgentPod memory, Map<String, ContainerState.Waiting> waiting, boolean ended) {
        this.seen = seen;
        this.pod = seen.pod();
        this.memory = memory;
        this.waiting = waiting;
        this.ended = ended;
        this.initialized = anyRegularStarted(seen);
    }

    static boolean anyRegularStarted(PodObservation seen) {
        for (var container : seen.pod().spec().containers()) {
            if (seen.runs().containsKey(container.name())) {
                return true;
            }
        }
        return false;
    }

    Pod.Status draw() {
        var inits = statuses(pod.spec().initContainers());
        var containers = statuses(pod.spec().containers());
        var status = PodStatusBuilder.builder(pod.status())
                .observedGeneration(pod.metadata().generation())
                .phase(phase(inits, containers))
                .initContainerStatuses(inits)
                .containerStatuses(containers)
                .ephemeralContainerStatuses(ephemeral())
                .startTime(memory.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .qosClass(QosClass.of(pod))
                .nominatedNodeName(null);
        if (ended && memory.expired()) {
            status.reason("DeadlineExceeded").message(PodSync.EXPIRED);
        }
        if (!seen.hostIp().isEmpty()) {
            status.hostIP(seen.hostIp()).hostIPs(List.of(new Pod.HostIP(seen.hostIp())));
        }
        if (memory.isConnected()) {
            status.podIP(memory.ips().get(0))
                    .podIPs(memory.ips().stream().map(Pod.IP::new).toList());
        }
        return PodReadiness.conditions(
                pod,
                status.build(),
                memory.isConnected() && !ended,
                initialized,
                seen.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private String phase(List<ContainerStatus> inits, List<ContainerStatus> containers) {
        var phase = PodPhase.of(pod.spec(), inits, containers, initialized, ended);
        boolean terminal = isTerminal(phase);
        if (ended) {
            return memory.expired() || !terminal ? Pod.Phase.FAILED : phase;
        }
        // a pod is not called ended while anything of it still runs
        return terminal ? known() : phase;
    }

    private String known() {
        var phase = pod.status().phase();
        return phase == null ? Pod.Phase.PENDING : phase;
    }

    static boolean isTerminal(String phase) {
        return phase.equals(Pod.Phase.SUCCEEDED) || phase.equals(Pod.Phase.FAILED);
    }

    private List<ContainerStatus> statuses(List<Container> containers) {
        var statuses = new ArrayList<ContainerStatus>(containers.size());
        for (var container : containers) {
            statuses.add(status(container));
        }
        return statuses;
    }

    /** Nobody asks whether they are ready. */
    private List<ContainerStatus> ephemeral() {
        return statuses(EphemeralContainers.of(pod)).stream()
                .map(status -> status.withReady(false).withStarted(null))
                .toList();
    }

    private ContainerStatus status(Container container) {
        var run = seen.runs().get(container.name());
        if (run == null) {
            boolean lost = ended && !RestartRule.isInit(pod.spec(), container) && isInitialized();
            return lost
                    ? ContainerStatuses.lost(container)
                    : ContainerStatuses.waiting(container, waiting.getOrDefault(container.name(), whyNotYet()));
        }
        boolean running = run.isRunning();
        boolean started = running && PodProbes.isStarted(memory, container, run);
        boolean completedInit = run.hasExited() && run.exitCode() == 0 && isPlainInit(container);
        return ContainerStatuses.of(
                container,
                run,
                memory.container(container.name()),
                ended ? null : waiting.get(container.name()),
                started,
                completedInit || running && PodProbes.isReady(memory, container, run));
    }

    private boolean isPlainInit(Container container) {
        return RestartRule.isInit(pod.spec(), container) && !RestartRule.isSidecar(pod.spec(), container);
    }

    private boolean isInitialized() {
        if (initialized) {
            return true;
        }
        for (var init : pod.spec().initContainers()) {
            var run = seen.runs().get(init.name());
            if (run == null || isPlainInit(init) && !(run.hasExited() && run.exitCode() == 0)) {
                return false;
            }
        }
        return true;
    }

    private ContainerState.Waiting whyNotYet() {
        return new ContainerState.Waiting(
                pod.spec().initContainers().isEmpty() ? "ContainerCreating" : "PodInitializing", null);
    }
}
