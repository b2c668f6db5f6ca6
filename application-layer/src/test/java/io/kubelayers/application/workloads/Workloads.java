package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Objects that the tests of workloads share. */
public final class Workloads {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final Map<String, String> LABELS = Map.of("app", "web");

    private Workloads() {}

    public static PodTemplateSpec template(String image) {
        var container = ContainerBuilder.builder().name("main").image(image).build();
        return new PodTemplateSpec(
                ObjectMetaBuilder.builder().labels(LABELS).build(),
                PodSpecBuilder.builder().containers(List.of(container)).build());
    }

    public static LabelSelector selector() {
        return new LabelSelector(LABELS, List.of());
    }

    public static ReplicaSet replicaSet(String name, int replicas) {
        return ReplicaSetBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .uid("uid-" + name)
                        .generation(1)
                        .build())
                .spec(ReplicaSetSpecBuilder.builder()
                        .replicas(replicas)
                        .selector(selector())
                        .template(template("web:1"))
                        .build())
                .build();
    }

    /** A running, ready pod on node n1, made an hour ago. */
    public static Pod pod(String name) {
        var ready = PodConditionBuilder.builder()
                .type(PodConditionType.READY)
                .status(ConditionStatus.TRUE)
                .lastTransitionTime(NOW.minusSeconds(3000))
                .build();
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .uid("uid-" + name)
                        .labels(LABELS)
                        .creationTimestamp(NOW.minusSeconds(3600))
                        .build())
                .spec(PodSpecBuilder.builder().nodeName("n1").build())
                .status(PodStatusBuilder.builder()
                        .phase(Pod.Phase.RUNNING)
                        .conditions(List.of(ready))
                        .build())
                .build();
    }

    public static Pod onNode(Pod pod, String node) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }

    public static Pod inPhase(Pod pod, String phase) {
        return pod.withStatus(pod.status().withPhase(phase));
    }

    public static Pod notReady(Pod pod) {
        return pod.withStatus(pod.status().withConditions(List.of()));
    }

    public static Pod readySince(Pod pod, Instant since) {
        var ready = pod.status().conditions().get(0).withLastTransitionTime(since);
        return pod.withStatus(pod.status().withConditions(List.of(ready)));
    }

    public static Pod createdAt(Pod pod, Instant created) {
        return pod.withMetadata(pod.metadata().withCreationTimestamp(created));
    }

    public static Pod deleting(Pod pod) {
        return pod.withMetadata(pod.metadata().withDeletionTimestamp(NOW));
    }

    public static Pod annotated(Pod pod, String key, String value) {
        return pod.withMetadata(pod.metadata().withAnnotations(Map.of(key, value)));
    }

    public static List<String> names(List<Pod> pods) {
        return pods.stream().map(pod -> pod.metadata().name()).toList();
    }
}
