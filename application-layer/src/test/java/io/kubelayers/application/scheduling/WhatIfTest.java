package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.ScoringStrategy;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions about clusters that are not there. */
class WhatIfTest {
    private static List<Pod> pods(int count, String cpu) {
        return IntStream.range(0, count)
                .mapToObj(i -> APod.named("p-" + i).cpu(cpu).memory("100Mi").build())
                .toList();
    }

    @Test
    void howManyNodesForThesePods() {
        var shapes = List.of(ANode.named("small", node -> node.cpu("2")), ANode.named("large", node -> node.cpu("8")));
        var fleet = Scheduling.on(List.of(ANode.named("n1", node -> node.cpu("2"))), List.of())
                .smallestFleet(shapes, pods(6, "2"), 10);
        assertThat(fleet.nodes()).containsEntry("small", 1).containsEntry("large", 1);
        assertThat(fleet.explain()).isEqualTo("6 pods fit with 1 large and 1 small more");
    }

    @Test
    void whatNoSetOfNodesCanHoldIsSaid() {
        var fleet = Scheduling.on(List.of(), List.of())
                .smallestFleet(List.of(ANode.named("small", node -> node.cpu("2"))), pods(1, "3"), 3);
        assertThat(fleet.fits()).isFalse();
        assertThat(fleet.explain())
                .startsWith(
                        "no set of these nodes is enough; default/p-0: 0/3 nodes are available: 3 Insufficient cpu.");
    }

    @Test
    void whatAnotherProfileWouldMakeOfIt() {
        var packing = Profile.standard()
                .edit()
                .replace("NodeResourcesFit", NodeResourcesFit.scoring(ScoringStrategy.mostAllocated()))
                .disable("NodeResourcesBalancedAllocation")
                .build();
        var comparison = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of())
                .compare(packing, pods(4, "500m"));
        assertThat(comparison.firstBalance().emptyNodes()).isZero();
        assertThat(comparison.secondBalance().emptyNodes()).isEqualTo(1);
        assertThat(comparison.differing()).hasSize(2);
    }
}
