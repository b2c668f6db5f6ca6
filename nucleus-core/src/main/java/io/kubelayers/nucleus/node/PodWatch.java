package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what {@link PodSync} decides by; asks for each thing only when it can matter. */
final class PodWatch {
    private final ContainerRuntime runtime;
    private final VolumeDriver volumes;
    private final ContainerConfig config;

    PodWatch(ContainerRuntime runtime, VolumeDriver volumes, ContainerConfig config) {
        this.runtime = runtime;
        this.volumes = volumes;
        this.config = config;
    }

    /** @param writes how often files that it sees were written in the API */
    PodObservation look(Pod pod, Node node, AgentPod known, long writes, Instant now) {
        var runs = new TreeMap<String, ContainerRun>();
        for (var run : runtime.runs(pod, now)) {
            runs.put(run.container(), run);
        }
        var images = new TreeMap<String, ImageState>();
        var problems = new TreeMap<String, String>();
        if (known.isConnected() && !pod.metadata().isBeingDeleted()) {
            var containers = new ArrayList<>(PodProbes.containers(pod));
            containers.addAll(EphemeralContainers.of(pod));
            for (var container : containers) {
                if (mayStart(container, runs)) {
                    lookAtStart(pod, container, now, images, problems);
                }
            }
        }
        return new PodObservation(
                pod,
                Nodes.internalIp(node),
                known,
                runs,
                images,
                known.isConnected() || pod.metadata().isBeingDeleted() ? List.of() : volumes.mount(pod, node),
                problems,
                images.isEmpty() ? List.of() : config.missingPullSecrets(pod),
                probes(pod, known, runs, now),
                runtime.changes(pod) + writes,
                runtime.nextChange(pod, now).orElse(null),
                now);
    }

    private void lookAtStart(
            Pod pod, Container container, Instant now, Map<String, ImageState> images, Map<String, String> problems) {
        config.problem(pod.metadata().namespaceOrEmpty(), container)
                .or(() -> RootRefusal.problem(pod, container))
                .ifPresent(problem -> problems.put(container.name(), problem));
        try {
            images.put(container.name(), runtime.image(pod, container, now));
        } catch (IllegalArgumentException unreadable) {
            // how it lives is part of its configuration, so that whoever looks at the pod sees what is wrong
            problems.put(container.name(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static boolean mayStart(Container container, Map<String, ContainerRun> runs) {
        var run = runs.get(container.name());
        return run == null || run.hasExited();
    }

    private List<ProbeReport> probes(Pod pod, AgentPod known, Map<String, ContainerRun> runs, Instant now) {
        var reports = new ArrayList<ProbeReport>();
        for (var due : PodProbes.due(pod, known, runs, now)) {
            var answer = runtime.probe(known.addressed(pod), due.container(), due.kind(), now);
            reports.add(new ProbeReport(due.container().name(), due.kind(), answer));
        }
        return reports;
    }

    /** Whether the pod waits for something that a new config map, secret or claim could be. */
    static boolean isBlocked(Pod.Status status, AgentPod known) {
        if (!known.isConnected()) {
            return true;
        }
        for (var statuses : List.of(status.initContainerStatuses(), status.containerStatuses())) {
            for (var container : statuses) {
                var waiting = container.state().waiting();
                if (waiting != null && "CreateContainerConfigError".equals(waiting.reason())) {
                    return true;
                }
            }
        }
        return false;
    }
}
