package io.kubelayers.nucleus.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.node.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodCollectorTest {
    @Test
    void podsOfANodeThatIsGoneAreRemovedAfterFortySeconds() {
        try (var cluster = Cluster.builder().nodes(2, node -> node).start()) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle().advance(Duration.ofSeconds(5));
            cluster.client().on(Node.class).delete("", "node-1");
            cluster.advance(Duration.ofSeconds(39));
            assertThat(cluster.lister(Pod.class).list()).hasSize(1);
            cluster.advance(Duration.ofSeconds(2));
            assertThat(cluster.lister(Pod.class).list()).isEmpty();
        }
    }

    @Test
    void aPodThatIsStuckOnANodeOutOfServiceIsRemoved() {
        try (var cluster = Cluster.builder().nodes(2, node -> node).start()) {
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            var nodes = cluster.client().on(Node.class);
            cluster.client().update(Nodes.stopped(nodes.get("", "node-1")));
            cluster.advance(Duration.ofMinutes(10));
            assertThat(cluster.lister(Pod.class).list()).singleElement().satisfies(pod -> assertThat(
                            pod.metadata().isBeingDeleted())
                    .isTrue());

            var node = nodes.get("", "node-1");
            var taints = new ArrayList<>(node.spec().taints());
            taints.add(new Taint("node.kubernetes.io/out-of-service", "nodeshutdown", "NoExecute", null));
            cluster.client().update(node.withSpec(node.spec().withTaints(taints)));
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list()).isEmpty();
        }
    }

    @Test
    void ofTooManyEndedPodsEvictedOnesGoFirstThenTheOldest() {
        var pods = List.of(
                ended("young", 3, "Succeeded", null),
                ended("old", 1, "Failed", null),
                ended("evicted", 4, "Failed", "Evicted"),
                ended("running", 0, "Running", null));
        assertThat(PodCollection.tooMany(pods, 3)).isEmpty();
        assertThat(PodCollection.tooMany(pods, 1))
                .extracting(pod -> pod.metadata().name())
                .containsExactly("evicted", "old");
    }

    private static Pod ended(String name, int age, String phase, String reason) {
        var pod = Pods.named(name).build();
        return pod.withMetadata(pod.metadata().withCreationTimestamp(Instant.ofEpochSecond(age)))
                .withStatus(pod.status().withPhase(phase).withReason(reason));
    }
}
