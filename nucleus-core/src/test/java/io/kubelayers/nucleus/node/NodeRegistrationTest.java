package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.find;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes report themselves, get ranges, and can be made to stop. */
class NodeRegistrationTest {
    @Test
    void aNodeIsReadyAndHasItsPodRange() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            assertThat(node.spec().podCIDR()).isEqualTo("10.244.0.0/24");
            assertThat(node.status().conditions())
                    .extracting(condition -> condition.type() + "=" + condition.status())
                    .containsExactly("MemoryPressure=False", "DiskPressure=False", "PIDPressure=False", "Ready=True");
        }
    }

    @Test
    void aNodeWhoseAgentStoppedRunsNothing() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            cluster.client().update(Nodes.stopped(node));
            cluster.client().create(Pods.named("web").on("node-1").build());
            cluster.settle();
            assertThat(pod(cluster).status().phase()).isEqualTo("Pending");

            node = cluster.lister(Node.class).get("", "node-1").orElseThrow();
            cluster.client().update(Nodes.started(node));
            cluster.settle();
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aLeaseRunsOutOnlyAfterItsAgentStopped() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.advance(Duration.ofHours(1));
            var lease =
                    cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().leaseDurationSeconds()).isNull();

            cluster.client()
                    .update(Nodes.stopped(
                            cluster.lister(Node.class).get("", "node-1").orElseThrow()));
            cluster.settle();
            lease = cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().renewTime()).isEqualTo(cluster.now());
            assertThat(lease.spec().leaseDurationSeconds()).isEqualTo(40);
        }
    }

    @Test
    void leasesCanBeRenewedAsOftenAsUpstream() {
        try (var cluster = Cluster.builder()
                .nodeAgent(NodeAgent.simulated(ContainerScripts.none()).renewingLeases(Duration.ofSeconds(10)))
                .nodes(1, node -> node)
                .start()) {
            cluster.advance(Duration.ofSeconds(95));
            var lease =
                    cluster.lister(Lease.class).get("kube-node-lease", "node-1").orElseThrow();
            assertThat(lease.spec().renewTime()).isEqualTo(cluster.now().minusSeconds(5));
        }
    }

    @Test
    void noTwoPodsHaveOneAddress() {
        try (var cluster = cluster(ContainerScripts.none())) {
            for (var name : List.of("a", "b", "c")) {
                cluster.client().create(Pods.named(name).on("node-1").build());
            }
            cluster.settle();
            cluster.client().delete(find(cluster, "b").orElseThrow());
            cluster.settle();
            cluster.client().create(Pods.named("d").on("node-1").build());
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list())
                    .extracting(
                            pod -> pod.metadata().name() + " " + pod.status().podIP())
                    .containsExactly("a 10.244.0.2", "c 10.244.0.4", "d 10.244.0.5");
        }
    }

    @Test
    void aPodThatDoesNotFitIsRefused() {
        try (var cluster = cluster(ContainerScripts.none())) {
            cluster.client()
                    .create(Pods.named("big")
                            .requests("cpu", "1500m")
                            .on("node-1")
                            .build());
            cluster.settle();
            cluster.client()
                    .create(Pods.named("web").requests("cpu", "1").on("node-1").build());
            cluster.settle();

            var status = pod(cluster).status();
            assertThat(status.phase()).isEqualTo("Failed");
            assertThat(status.reason()).isEqualTo("OutOfcpu");
            assertThat(status.message())
                    .isEqualTo("Pod was rejected: Node didn't have enough resource: cpu, requested: 1000, used: 1500,"
                            + " capacity: 2000");

            cluster.client().delete(find(cluster, "big").orElseThrow());
            cluster.settle();
            cluster.client()
                    .create(Pods.named("next").requests("cpu", "2").on("node-1").build());
            cluster.settle();
            assertThat(find(cluster, "next").orElseThrow().status().phase()).isEqualTo("Running");
        }
    }

    @Test
    void aPodAsManyAsTheNodeTakesAndNoMore() {
        try (var cluster = cluster(ContainerScripts.none())) {
            for (int i = 0; i < 6; i++) {
                cluster.client().create(Pods.named("p" + i).on("node-1").build());
            }
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list())
                    .extracting(pod -> pod.status().phase())
                    .containsExactly("Running", "Running", "Running", "Running", "Running", "Failed");
            assertThat(find(cluster, "p5").orElseThrow().status().message())
                    .isEqualTo("Pod was rejected: Node didn't have enough resource: pods, requested: 1, used: 5,"
                            + " capacity: 5");
        }
    }
}
