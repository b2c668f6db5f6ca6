package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the events of a node tell, where a cluster was asked for them. */
class NodeEventsTest {
    private static List<String> told(Cluster cluster) {
        return cluster.client().on(Event.class).list("default").items().stream()
                .map(event -> event.source().component() + " " + event.reason() + ": " + event.message() + " x"
                        + event.count())
                .toList();
    }

    @Test
    void aNodeStartsIsRegisteredCordonedAndUncordoned() {
        var builder = Cluster.builder().nodes(1, node -> node);
        NodeEvents.controllers().forEach(builder::controller);
        try (var cluster = builder.start()) {
            cluster.settle();
            var node = cluster.client().on(Node.class).get("", "node-1");
            cluster.client().update(node.withSpec(node.spec().withUnschedulable(true)));
            cluster.settle();
            node = cluster.client().on(Node.class).get("", "node-1");
            cluster.client().update(node.withSpec(node.spec().withUnschedulable(false)));
            cluster.settle();
            assertThat(told(cluster))
                    .containsExactlyInAnyOrder(
                            "kubelet Starting: Starting kubelet. x1",
                            "kubelet NodeHasSufficientMemory: Node node-1 status is now: NodeHasSufficientMemory x1",
                            "kubelet NodeHasNoDiskPressure: Node node-1 status is now: NodeHasNoDiskPressure x1",
                            "kubelet NodeHasSufficientPID: Node node-1 status is now: NodeHasSufficientPID x1",
                            "kubelet NodeAllocatableEnforced: Updated Node Allocatable limit across pods x1",
                            "kubelet NodeReady: Node node-1 status is now: NodeReady x1",
                            "node-controller RegisteredNode: Node node-1 event: Registered Node node-1 in Controller x1",
                            "kubelet NodeNotSchedulable: Node node-1 status is now: NodeNotSchedulable x1",
                            "kubelet NodeSchedulable: Node node-1 status is now: NodeSchedulable x1");
        }
    }

    @Test
    void otherClustersAreNotTold() {
        try (var cluster = Cluster.builder().nodes(1, node -> node).start()) {
            cluster.settle();
            assertThat(told(cluster)).isEmpty();
        }
    }
}
