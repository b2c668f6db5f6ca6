package io.kubelayers.nucleus.nodelifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.node.Nodes;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeLifecycleTest {
    private final Cluster cluster = Cluster.builder().nodes(3, node -> node).start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private Node node(String name) {
        return cluster.client().on(Node.class).get("", name);
    }

    private Pod pod() {
        return cluster.client().on(Pod.class).get("default", "web");
    }

    private List<String> taints(String node) {
        return node(node).spec().taints().stream()
                .map(taint -> taint.key() + ":" + taint.effect())
                .toList();
    }

    @Test
    void aNodeThatIsReadyHasNoTaint() {
        assertThat(taints("node-1")).isEmpty();
        assertThat(node("node-1").metadata().annotations()).containsEntry("node.alpha.kubernetes.io/ttl", "0");
    }

    @Test
    void aCordonedNodeSaysSoByATaint() {
        cluster.client().update(node("node-1").withSpec(node("node-1").spec().withUnschedulable(true)));
        cluster.settle();
        assertThat(taints("node-1")).containsExactly("node.kubernetes.io/unschedulable:NoSchedule");
        cluster.client().update(node("node-1").withSpec(node("node-1").spec().withUnschedulable(false)));
        cluster.settle();
        assertThat(taints("node-1")).isEmpty();
    }

    @Test
    void podsLeaveANodeThatIsNotHeardOfAfterFiveMinutes() {
        cluster.client().create(Pods.named("web").on("node-1").build());
        cluster.settle().advance(Duration.ofSeconds(30));
        assertThat(PodConditions.isTrue(pod().status(), PodConditionType.READY)).isTrue();

        cluster.client().update(Nodes.stopped(node("node-1")));
        cluster.advance(Duration.ofSeconds(49));
        assertThat(taints("node-1")).isEmpty();

        cluster.advance(Duration.ofSeconds(2));
        assertThat(taints("node-1"))
                .containsExactly(
                        "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute");
        assertThat(PodConditions.isTrue(pod().status(), PodConditionType.READY)).isFalse();

        cluster.advance(Duration.ofSeconds(297));
        assertThat(pod().metadata().isBeingDeleted()).isFalse();
        cluster.advance(Duration.ofSeconds(5));
        assertThat(pod().metadata().isBeingDeleted()).isTrue();
        assertThat(PodConditions.find(pod().status(), PodConditionType.DISRUPTION_TARGET))
                .hasValueSatisfying(condition -> assertThat(condition.reason()).isEqualTo("DeletionByTaintManager"));
        assertThat(cluster.client().on(Event.class).list("default").items())
                .extracting(Event::message)
                .contains("Marking for deletion Pod default/web", "Node is not ready");
    }

    @Test
    void aNodeThatComesBackInTimeKeepsItsPods() {
        cluster.client().create(Pods.named("web").on("node-1").build());
        cluster.settle();
        cluster.client().update(Nodes.stopped(node("node-1")));
        cluster.advance(Duration.ofMinutes(3));
        assertThat(taints("node-1")).isNotEmpty();

        cluster.client().update(Nodes.started(node("node-1")));
        cluster.advance(Duration.ofMinutes(10));
        assertThat(taints("node-1")).isEmpty();
        assertThat(pod().metadata().isBeingDeleted()).isFalse();
        assertThat(PodConditions.isTrue(pod().status(), PodConditionType.READY)).isTrue();
    }

    @Test
    void ifNoNodeIsHeardOfNoneIsGivenUp() {
        cluster.client().create(Pods.named("web").on("node-1").build());
        cluster.settle();
        for (var name : List.of("node-1", "node-2", "node-3")) {
            cluster.client().update(Nodes.stopped(node(name)));
        }
        cluster.advance(Duration.ofMinutes(30));
        assertThat(taints("node-1")).containsExactly("node.kubernetes.io/unreachable:NoSchedule");
        assertThat(pod().metadata().isBeingDeleted()).isFalse();
    }
}
