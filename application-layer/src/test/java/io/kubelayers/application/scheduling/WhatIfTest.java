package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.ScoringStrategy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void aSetThatOneShapeCannotMakeIsMadeOfSeveral() {
        var shapes = List.of(ANode.named("m", node -> node.cpu("4")), ANode.named("gpu", node -> node.cpu("4")
                .resource("nvidia.com/gpu", "1")));
        var pods = new ArrayList<>(pods(8, "1"));
        pods.add(APod.named("train").cpu("1").requests("nvidia.com/gpu", "1").build());

        var fleet = Scheduling.on(List.of(), List.of()).smallestFleet(shapes, pods, 20);

        assertThat(fleet.nodes()).containsExactly(Map.entry("gpu", 1), Map.entry("m", 2));
        assertThat(fleet.proven()).isTrue();
        assertThat(fleet.toJson())
                .startsWith(
                        "{\"fits\":true,\"nodes\":{\"gpu\":1,\"m\":2},\"proven\":true,\"message\":\"9 pods fit with");
    }

    @Test
    void largeFleetsAreGrownAndThenProvenByTheirSums() {
        var shapes = List.of(ANode.named("s", node -> node.cpu("2")), ANode.named("l", node -> node.cpu("16")));
        var tries = new AtomicInteger();

        var fleet = Scheduling.on(List.of(), List.of()).smallestFleet(shapes, pods(320, "1"), 100, tries::set);

        assertThat(fleet.nodes()).containsExactly(Map.entry("l", 20));
        assertThat(fleet.proven()).isTrue();
        assertThat(tries).hasValueLessThan(100);
    }

    @Test
    void freeSpaceWhereNoPodOfTheWorkloadFitsIsStranded() {
        var nodes = List.of(ANode.named("n1", node -> node.cpu("2")), ANode.named("n2", node -> node.cpu("4")));
        var used = APod.named("used").cpu("1500m").on("n1");
        var balance = Balance.of(
                Snapshot.of(nodes, List.of(used)),
                List.of(
                        PodInfo.of(APod.named("a").cpu("1").build()),
                        PodInfo.of(APod.named("b").cpu("500m").build())));

        // of 4.5 free cores, the half on n1 is of use to one of the two only
        assertThat(balance.cpu().stranded()).isCloseTo(0.5 / 4.5 / 2, within(1e-9));
        assertThat(balance.cpu().mean()).isCloseTo(0.375, within(1e-9));
        assertThat(balance.cpu().deviation()).isCloseTo(0.375, within(1e-9));
        assertThat(balance.emptyNodes()).isEqualTo(1);
        assertThat(balance)
                .hasToString("1 of 2 nodes empty, cpu 38% on average with a deviation of 38%, 6% of the free stranded,"
                        + " memory 0% on average with a deviation of 0%, 25% of the free stranded");
    }

    @Test
    void changesAreTriedTogetherAndKeptOrDropped() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var cluster = Scheduling.on(
                nodes,
                List.of(
                        APod.named("a").cpu("3").on("n1"),
                        APod.named("b").cpu("3").on("n2")));

        var plan = cluster.whatIf().draining("n1");
        assertThat(plan.allScheduled()).isFalse();
        assertThat(plan.unscheduled()).hasSize(1);
        assertThat(plan.rollback()).isSameAs(cluster);

        var better = cluster.whatIf()
                .adding(ANode.named("n3"))
                .draining("n1")
                .removing("n1")
                .placing(pods(2, "500m"));
        assertThat(better.explain())
                .isEqualTo("add node n3; drain n1: 1 of 1 pod found a node; remove node n1; place 2 pods: 2 of 2 pods"
                        + " found a node");
        var kept = better.commit().snapshot();
        assertThat(kept.nodes()).extracting(NodeInfo::name).containsExactly("n2", "n3");
        assertThat(kept.pod("default/a").node()).isEqualTo("n3");
        assertThat(cluster.snapshot().size()).as("the cluster itself").isEqualTo(2);
    }

    @Test
    void taintsCordonsAndProfilesAreTriedToo() {
        var pod = APod.named("web").cpu("1").build();
        var cluster = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of());
        var taint = new Taint("old", "", "NoSchedule", null);

        var closed = cluster.whatIf().tainting("n1", taint).cordoning("n2");
        assertThat(closed.commit().place(pod).explain())
                .startsWith(
                        "0/2 nodes are available: 1 node(s) had untolerated taint(s), 1 node(s) were unschedulable.");
        assertThat(closed.untainting("n1", "old").commit().place(pod).node()).isEqualTo("n1");
        assertThat(closed.uncordoning("n2").commit().place(pod).node()).isEqualTo("n2");
        assertThat(closed.by(Profile.standard()
                                .edit()
                                .disable("TaintToleration")
                                .build())
                        .commit()
                        .place(pod)
                        .node())
                .isEqualTo("n1");
        assertThatThrownBy(() -> closed.removing("n9")).hasMessage("no node named n9");
    }

    @Test
    void theImportantEvictAndTheEvictedLookForAnotherPlace() {
        var owned = APod.named("low").cpu("3").priority(1).on("n1");
        var low = owned.withMetadata(owned.metadata()
                .withOwnerReferences(List.of(new OwnerReference("apps/v1", "ReplicaSet", "low", "u", true, null))));
        var vip = APod.named("vip").cpu("3").priority(10).build();
        var one = Scheduling.on(List.of(ANode.named("n1")), List.of(low));

        assertThat(one.placeAll(List.of(vip)).allScheduled()).isFalse();
        var carriedOut = one.evicting().placeAll(List.of(vip));
        assertThat(carriedOut.of("default/vip").node()).isEqualTo("n1");
        assertThat(carriedOut.of("default/low").isScheduled()).isFalse();
        assertThat(carriedOut.evicted()).hasToString("[default/low leaves n1 for default/vip]");

        var onlyThere = APod.named("vip")
                .cpu("3")
                .priority(10)
                .spec(spec -> spec.withNodeSelector(Map.of("kubernetes.io/hostname", "n1")))
                .build();
        var two = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of(low))
                .evicting();
        assertThat(two.placeAll(List.of(onlyThere)).explain())
                .isEqualTo("2 of 2 pods found a node; default/low leaves n1 for default/vip");
        assertThat(two.placeAll(List.of(onlyThere)).of("default/low").node()).isEqualTo("n2");
    }

    @Test
    void eachPodIsPlacedByTheProfileItNames() {
        var profiles = List.of(
                Profile.standard(),
                Profile.standard()
                        .edit()
                        .schedulerName("only-n2")
                        .enable(new OnlyNode("n2"))
                        .build());
        var cluster = Scheduling.on(
                        List.of(ANode.named("n1"), ANode.named("n2")),
                        List.of(APod.named("x").cpu("1").on("n2")))
                .by(profiles);
        assertThat(cluster.place(APod.named("a").cpu("1").build()).node()).isEqualTo("n1");
        assertThat(cluster.place(APod.named("a")
                                .cpu("1")
                                .spec(spec -> spec.withSchedulerName("only-n2"))
                                .build())
                        .node())
                .isEqualTo("n2");
        assertThatThrownBy(() -> cluster.place(APod.named("a")
                        .spec(spec -> spec.withSchedulerName("mine"))
                        .build()))
                .hasMessage("pod default/a waits for scheduler \"mine\", which is not here");
    }

    private record OnlyNode(String node) implements FilterPlugin {
        @Override
        public String name() {
            return "OnlyNode";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo info) {
            return info.name().equals(node) ? Status.success() : Status.unresolvable("node(s) were not " + node);
        }
    }

    @Test
    void programsReadAnswersAsJson() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2", node -> node.taint("gpu", "true", "NoSchedule")));
        var cluster = Scheduling.on(nodes, List.of()).inDetail();
        assertThat(cluster.place(APod.named("web").cpu("9").build()).toJson())
                .startsWith(
                        "{\"pod\":\"default/web\",\"outcome\":\"unschedulable\",\"message\":\"0/2 nodes are available:")
                .contains("{\"node\":\"n1\",\"verdict\":\"rejected\",\"rejections\":[{\"plugin\":\"NodeResourcesFit\","
                        + "\"code\":\"UnschedulableAndUnresolvable\",\"reasons\":[\"Insufficient cpu\"]}]}");
        assertThat(cluster.capacityFor(APod.named("web").cpu("3").build(), 9).toJson())
                .startsWith(
                        "{\"pod\":\"default/web\",\"replicas\":1,\"byNode\":{\"n1\":1},\"next\":{\"pod\":\"default/web-1\"");
        assertThat(cluster.placeAll(pods(1, "1")).toJson())
                .isEqualTo(
                        "{\"scheduled\":1,\"unscheduled\":0,\"pods\":[{\"pod\":\"default/p-0\",\"outcome\":\"scheduled\","
                                + "\"node\":\"n1\",\"message\":\"Successfully assigned default/p-0 to n1\"}]}");
        assertThat(cluster.compare(Profile.standard(), pods(1, "1")).toJson())
                .startsWith(
                        "{\"pods\":1,\"differing\":[],\"first\":{\"nodes\":2,\"emptyNodes\":1,\"cpu\":{\"mean\":0.125,");
    }
}
