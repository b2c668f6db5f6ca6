package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workload of equal pods that start at once and become ready after a while; the youngest go first.
 *
 * @param template a pod without name and status
 * @param starts start of each pod, oldest first
 * @param startUp time from start to ready
 */
record SimulatedWorkload(Pod template, List<Instant> starts, Duration startUp) {
    static SimulatedWorkload of(String namespace, Map<String, String> labels, HpaSimulation.Setup setup) {
        var containers = new ArrayList<String>();
        for (var metric : setup.hpa().spec().metrics()) {
            if (metric.containerResource() != null
                    && !containers.contains(metric.containerResource().container())) {
                containers.add(metric.containerResource().container());
            }
        }
        if (containers.isEmpty()) {
            containers.add("main");
        }
        var resources = new ResourceRequirements(Map.of(), setup.requests(), List.of());
        var spec = PodSpecBuilder.builder()
                .containers(containers.stream()
                        .map(name -> ContainerBuilder.builder()
                                .name(name)
                                .resources(resources)
                                .build())
                        .toList())
                .build();
        var metadata =
                ObjectMetaBuilder.builder().namespace(namespace).labels(labels).build();
        // the first pods have been there for long
        var first = setup.start().minus(Duration.ofHours(1)).minus(setup.startUp());
        var starts = new ArrayList<Instant>();
        for (int i = 0; i < setup.replicas(); i++) {
            starts.add(first);
        }
        return new SimulatedWorkload(new Pod(metadata, spec, Pod.Status.EMPTY), List.copyOf(starts), setup.startUp());
    }

    int replicas() {
        return starts.size();
    }

    int ready(Instant now) {
        int ready = 0;
        for (var start : starts) {
            if (isReady(start, now)) {
                ready++;
            }
        }
        return ready;
    }

    private boolean isReady(Instant start, Instant now) {
        return !start.plus(startUp).isAfter(now);
    }

    SimulatedWorkload scaledTo(int replicas, Instant now) {
        var scaled = new ArrayList<>(starts.subList(0, Math.min(replicas, starts.size())));
        while (scaled.size() < replicas) {
            scaled.add(now);
        }
        return new SimulatedWorkload(template, List.copyOf(scaled), startUp);
    }

    List<Pod> pods(Instant now) {
        var pods = new ArrayList<Pod>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var ready = isReady(start, now);
            var condition = PodConditionBuilder.builder()
                    .type(PodConditionType.READY)
                    .status(ready ? ConditionStatus.TRUE : ConditionStatus.FALSE)
                    .lastTransitionTime(ready ? start.plus(startUp) : start)
                    .build();
            pods.add(template.withMetadata(template.metadata().withName("pod-" + i))
                    .withStatus(PodStatusBuilder.builder()
                            .phase(Pod.Phase.RUNNING)
                            .startTime(start)
                            .conditions(List.of(condition))
                            .build()));
        }
        return pods;
    }
}
