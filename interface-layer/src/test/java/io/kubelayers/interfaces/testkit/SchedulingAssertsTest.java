package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.plugin;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.ScoringStrategy;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many pods, replicas, fleets, other configurations and what-ifs under test; a failure shows the table of the nodes. */
class SchedulingAssertsTest {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final Scheduling two = Scheduling.on(List.of(node("n1", "a"), node("n2", "b")), List.of());

    private static Node node(String name, String zone) {
        return new NodeTemplate().cpu("2").zone(zone).build(name);
    }

    private static List<Pod> pods(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Pods.named("shop/web-" + i)
                        .requests("cpu", "900m", "memory", "1Gi")
                        .build())
                .toList();
    }

    @Test
    void many_pods_find_nodes() {
        assertThat(two.placeAll(pods(4)))
                .allScheduled()
                .evictsNobody()
                .spreadOver(ZONE, 0)
                .pod("shop/web-0")
                .isScheduled();
        assertThat(two.placeAll(pods(5))).unscheduled("shop/web-4").because(plugin("NodeResourcesFit"));
    }

    @Test
    void who_finds_none_is_told_with_the_table_of_the_nodes() {
        assertThatThrownBy(() -> assertThat(two.placeAll(pods(5))).allScheduled())
                .hasMessage(
                        """

                        Expected: all 5 pods find a node
                        But:      1 of them does not: shop/web-4: 0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.
                        Why:
                          NODE  VERDICT   WHY
                          n1    rejected  NodeResourcesFit: Insufficient cpu
                          n2    rejected  NodeResourcesFit: Insufficient cpu""");
        assertThatThrownBy(() -> assertThat(two.placeAll(pods(3))).spreadOver(ZONE, 0))
                .hasMessageStartingWith(
                        "\nExpected: pods spread over topology.kubernetes.io/zone with a skew of at most 0\n"
                                + "But:      they are {a=");
        assertThatThrownBy(() -> assertThat(two.placeAll(pods(3))).pod("shop/wbe-1"))
                .hasMessageContaining("typo of shop/web-1?");
    }

    @Test
    void replicas_are_counted() {
        var room = two.capacityFor(pods(1).get(0), 100);
        assertThat(room).isAtLeast(3).isExactly(4).isAtMost(4).stoppedBy("Insufficient cpu");
        assertThatThrownBy(() -> assertThat(room).isAtLeast(5))
                .hasMessageStartingWith(
                        "\nExpected: room for at least 5 of pod shop/web-0\nBut:      4 fit, by node {n1=2, n2=2}\nWhy:\n"
                                + "  NODE  VERDICT   WHY\n  n1    rejected  NodeResourcesFit: Insufficient cpu");
    }

    @Test
    void nodes_are_counted() {
        var fleet = two.smallestFleet(List.of(node("m", "a"), node("gone", "c")), pods(7), 9);
        assertThat(fleet).isEnough().isAtMost(2).uses("m", 2).uses("gone", 0);
        assertThatThrownBy(() -> assertThat(fleet).isAtMost(1))
                .hasMessage("\nExpected: 1 node is enough\nBut:      7 pods fit with 2 m more");
    }

    @Test
    void configurations_are_compared() {
        var packing = Profile.standard()
                .edit()
                .replace("NodeResourcesFit", NodeResourcesFit.scoring(ScoringStrategy.mostAllocated()))
                .disable("NodeResourcesBalancedAllocation")
                .build();
        var comparison = two.compare(packing, pods(2));
        assertThat(comparison).keepsPodsScheduled().emptiesNodes(1);
        assertThat(two.compare(Profile.standard(), pods(2)))
                .changesNothing()
                .moves()
                .keepsBalance();
        assertThatThrownBy(() -> assertThat(comparison).keepsBalance())
                .hasMessageStartingWith(
                        "\nExpected: cpu requested no less evenly\nBut:      the deviation is 45.0%, was 0.0%\nWhy:\n")
                .hasMessageContaining("empty nodes                   0      1");
    }

    @Test
    void changes_are_thought_through() {
        var placed = two.whatIf(before -> two.placeAll(pods(3)).after());
        assertThat(placed.whatIf().draining("n1").removing("n1").adding(node("n3", "a")))
                .satisfies(plan -> assertThat(plan.commit().placeAll(pods(1))).allScheduled());
        assertThatThrownBy(() -> assertThat(placed.whatIf().cordoning("n1").draining("n2"))
                        .allScheduled())
                .hasMessageContaining("VERDICT")
                .hasMessageContaining("NodeUnschedulable: node(s) were unschedulable");
    }

    @Test
    @KubelayersTest(nodes = 2, cpu = "2")
    void clusters_are_asked_too(Cluster cluster) {
        var web = Pods.named("web").cpu("900m");
        assertThat(cluster).roomFor(web).isExactly(4).stoppedBy("Insufficient cpu");
        cluster.client().create(web.build());
        cluster.settle();
        assertThat(cluster).draining("node-1", "node-2").unscheduled("default/web");
        assertThat(cluster).draining("node-1").allScheduled();
    }
}
