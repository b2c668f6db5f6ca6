package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An important pod makes room for itself, and spares pods that a budget protects. */
class PreemptionInClusterTest {
    @Test
    void theUnprotectedPodGivesWay() {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(2, node -> node.cpu("4"))
                .start()) {
            apply(
                    cluster,
                    """
                    apiVersion: scheduling.k8s.io/v1
                    kind: PriorityClass
                    metadata: {name: high}
                    value: 1000
                    """);
            apply(cluster, pod("protected", "", "protected"));
            apply(cluster, pod("free", "", "free"));
            apply(
                    cluster,
                    """
                    apiVersion: policy/v1
                    kind: PodDisruptionBudget
                    metadata: {name: keep, namespace: default}
                    spec: {minAvailable: 1, selector: {matchLabels: {app: protected}}}
                    """);
            cluster.settle().advance(Duration.ofSeconds(30));
            var node = pod(cluster, "free").spec().nodeName();

            apply(cluster, pod("important", "high", "important"));
            cluster.settle();
            cluster.advance(Duration.ofMinutes(2));
            assertThat(cluster.client().on(Pod.class).find("default", "free")).isEmpty();
            assertThat(pod(cluster, "important").spec().nodeName()).isEqualTo(node);
            assertThat(pod(cluster, "important").status().phase()).isEqualTo("Running");
            assertThat(pod(cluster, "protected").status().phase()).isEqualTo("Running");
            assertThat(cluster.lister(Event.class).list()).anyMatch(event -> "Preempted".equals(event.reason()));
        }
    }

    private static String pod(String name, String priorityClass, String app) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default, labels: {app: %s}}
                spec:
                  priorityClassName: "%s"
                  containers: [{name: main, image: "a:1", resources: {requests: {cpu: "3"}}}]
                """
                .formatted(name, app, priorityClass);
    }

    private static void apply(Cluster cluster, String yaml) {
        cluster.apply(Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()));
    }

    private static Pod pod(Cluster cluster, String name) {
        return cluster.client().on(Pod.class).get("default", name);
    }
}
