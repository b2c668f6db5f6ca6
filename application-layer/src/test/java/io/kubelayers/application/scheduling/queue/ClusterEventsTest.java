package io.kubelayers.application.scheduling.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.PodSpec.SchedulingGate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterEventsTest {
    private final Node node = ANode.named("n1");

    @Test
    void nodesComeAndGo() {
        assertThat(ClusterEvents.of(null, node)).containsExactly(new ClusterEvent(Resource.NODE, Action.ADD));
        assertThat(ClusterEvents.of(node, null)).containsExactly(new ClusterEvent(Resource.NODE, Action.DELETE));
    }

    @Test
    void aChangedNodeSaysWhatChanged() {
        assertThat(actions(ANode.named("n1", n -> n.cpu("8")))).containsExactly(Action.UPDATE_NODE_ALLOCATABLE);
        assertThat(actions(ANode.named("n1", n -> n.label("a", "b")))).containsExactly(Action.UPDATE_NODE_LABEL);
        assertThat(actions(ANode.named("n1", n -> n.taint("a", "b", "NoSchedule"))))
                .containsExactly(Action.UPDATE_NODE_TAINT);
        assertThat(actions(ANode.cordoned("n1"))).isEmpty();
        assertThat(ClusterEvents.of(ANode.cordoned("n1"), node))
                .containsExactly(new ClusterEvent(Resource.NODE, Action.UPDATE_NODE_TAINT));
        var annotated = node.withMetadata(node.metadata().withAnnotations(Map.of("a", "b")));
        assertThat(actions(annotated)).containsExactly(Action.UPDATE_NODE_ANNOTATION);
        assertThat(actions(ready("True", Instant.EPOCH))).containsExactly(Action.UPDATE_NODE_CONDITION);
    }

    @Test
    void heartbeatsAreNoEvents() {
        assertThat(ClusterEvents.of(ready("True", Instant.EPOCH), ready("True", Instant.EPOCH.plusSeconds(10))))
                .isEmpty();
    }

    @Test
    void aChangedPodSaysWhatChanged() {
        var pod = APod.named("p").cpu("2");
        assertThat(ClusterEvents.ofWaiting(pod.build(), pod.cpu("1").build()))
                .containsExactly(new ClusterEvent(Resource.TARGET_POD, Action.UPDATE_POD_SCALE_DOWN));
        assertThat(ClusterEvents.ofAssigned(
                        pod.on("n1"), pod.labels(Map.of("a", "b")).on("n1")))
                .containsExactly(new ClusterEvent(Resource.ASSIGNED_POD, Action.UPDATE_POD_LABEL));
        var gated = pod.spec(spec -> spec.withSchedulingGates(List.of(new SchedulingGate("g"))));
        assertThat(ClusterEvents.ofWaiting(gated.build(), pod.build()))
                .containsExactly(new ClusterEvent(Resource.TARGET_POD, Action.UPDATE_POD_SCHEDULING_GATES_ELIMINATED));
        assertThat(ClusterEvents.ofWaiting(pod.build(), pod.build()))
                .containsExactly(new ClusterEvent(Resource.TARGET_POD, Action.UPDATE));
        assertThat(ClusterEvents.ofAssigned(pod.on("n1"), null))
                .containsExactly(new ClusterEvent(Resource.ASSIGNED_POD, Action.DELETE));
    }

    private List<Action> actions(Node changed) {
        return ClusterEvents.of(node, changed).stream()
                .map(ClusterEvent::action)
                .toList();
    }

    private Node ready(String status, Instant heartbeat) {
        var condition = new NodeCondition("Ready", status, heartbeat, null, null, null);
        return node.withStatus(node.status().withConditions(List.of(condition)));
    }
}
