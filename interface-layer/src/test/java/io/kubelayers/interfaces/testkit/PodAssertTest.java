package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.zone;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 1)
class PodAssertTest {
    @Test
    void a_pod_on_a_node_runs_after_a_while(Cluster cluster) {
        cluster.apply(Pods.named("web").cpu("1").on("node-1").build());
        assertThat(cluster).pod("web").isPending().isOnNode("node-1").isOnNodeWith(zone("a"));
        assertThat(cluster).after(Duration.ofMinutes(1)).pod("web").isRunning().isReady();
        assertThat(cluster).as("asking does not let time pass").pod("web").isPending();
    }

    @Test
    void tells_why_a_pod_does_not_run(Cluster cluster) {
        cluster.apply(Pods.named("giant").cpu("16").build());
        assertThatThrownBy(() -> assertThat(cluster).pod("giant").isRunning())
                .hasMessage(
                        """

                        Expected: Pod default/giant is running
                        But:      its phase is Pending
                        Why:
                          · pod/default/giant: phase Pending (node none) [pod]
                            - pod/default/giant: 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling. [scheduling]
                              - node/node-1: the pod does not fit here [scheduling.rejected]
                                - node/node-1: Insufficient cpu (code UnschedulableAndUnresolvable) [NodeResourcesFit]""");
        assertThatThrownBy(() -> assertThat(cluster).pod("giant").isOnNode("node-1"))
                .hasMessageStartingWith("\nExpected: Pod default/giant is on node-1\nBut:      it has no node\nWhy:\n");
    }

    @Test
    void tells_where_a_pod_is(Cluster cluster) {
        cluster.apply(Pods.named("web").cpu("1").on("node-1").build());
        assertThatThrownBy(() -> assertThat(cluster).pod("web").isOnNodeWith(zone("b")))
                .hasMessageStartingWith("\nExpected: Pod default/web is on a node with zone \"b\""
                        + "\nBut:      it is on node-1, with zone \"a\"\nWhy:\n");
        assertThatThrownBy(() -> assertThat(cluster)
                        .after(Duration.ofMinutes(1))
                        .pod("web")
                        .isPending())
                .hasMessageStartingWith(
                        "\nExpected: Pod default/web is pending\nBut:      its phase is Running\nWhy:\n");
    }
}
