package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final Snapshot cluster = Snapshot.of(
            List.of(ANode.named("n2"), ANode.named("n1")),
            List.of(APod.named("a").cpu("1").on("n1"), APod.named("b").cpu("2").on("n1")));

    @Test
    void sumsWhatIsOnEachNode() {
        assertThat(cluster.nodes()).extracting(NodeInfo::name).containsExactly("n1", "n2");
        assertThat(cluster.node(0).requested().milliCpu()).isEqualTo(3000);
        assertThat(cluster.node(0).pods()).extracting(PodInfo::key).containsExactly("default/a", "default/b");
        assertThat(cluster.pod("default/b")).isNotNull();
        assertThat(cluster.node(1).podCount()).isZero();
    }

    @Test
    void aChangeLeavesTheOriginalAlone() {
        var more = cluster.with(APod.named("c").cpu("1").build(), "n2");
        assertThat(more.node("n2").requested().milliCpu()).isEqualTo(1000);
        assertThat(cluster.node("n2").podCount()).isZero();
        assertThat(more.node("n1")).isSameAs(cluster.node("n1"));
    }

    @Test
    void aPodIsReplacedByItsNewerSelfAndIsNowhereTwice() {
        var smaller = cluster.with(APod.named("b").cpu("1").on("n1"));
        assertThat(smaller.node("n1").requested().milliCpu()).isEqualTo(2000);
        var moved = cluster.with(APod.named("b").cpu("2").on("n2"));
        assertThat(moved.node("n1").requested().milliCpu()).isEqualTo(1000);
        assertThat(moved.node("n2").requested().milliCpu()).isEqualTo(2000);
    }

    @Test
    void finishedAndPendingPodsHoldNothing() {
        var done = APod.named("b").cpu("2").status(status -> status.withPhase(Pod.Phase.FAILED));
        assertThat(cluster.with(done.on("n1")).node("n1").requested().milliCpu())
                .isEqualTo(1000);
        assertThat(cluster.with(APod.named("c").build()).nodes()).isEqualTo(cluster.nodes());
    }

    @Test
    void podsOfAnUnknownNodeWaitForIt() {
        var early = cluster.with(APod.named("early").cpu("1").on("n3"));
        assertThat(early.node("n3")).isNull();
        var late = early.withNode(ANode.named("n3"));
        assertThat(late.node("n3").requested().milliCpu()).isEqualTo(1000);
        var gone = late.withoutNode("n3");
        assertThat(gone.pod("default/early")).isNull();
        assertThat(gone.withNode(ANode.named("n3")).node("n3").podCount()).isEqualTo(1);
        assertThat(gone.without("default/early")
                        .withNode(ANode.named("n3"))
                        .node("n3")
                        .podCount())
                .isZero();
    }

    @Test
    void nominatedPodsAreKeptApart() {
        var waiting = APod.named("w").status(status -> status.withNominatedNodeName("n1"));
        var nominated = cluster.with(waiting.build());
        assertThat(nominated.nominated("n1")).extracting(PodInfo::key).containsExactly("default/w");
        assertThat(nominated.node("n1").podCount()).isEqualTo(2);
        assertThat(nominated.with(waiting.on("n2")).nominated("n1")).isEmpty();
        assertThat(nominated.without("default/w").nominated("n1")).isEmpty();
    }

    @Test
    void cordonsAndUncordons() {
        assertThat(cluster.cordon("n1").node("n1").node().spec().unschedulable())
                .isTrue();
        assertThat(cluster.cordon("n1").uncordon("n1").node("n1").node().spec().unschedulable())
                .isFalse();
        assertThatThrownBy(() -> cluster.cordon("n9")).hasMessage("no node named n9");
    }

    @Test
    void countsTheNodesOfEachImage() {
        var holder = ANode.named("n3");
        var holding =
                holder.withStatus(holder.status().withImages(List.of(new Node.ContainerImage(List.of("app:1"), 5))));
        var images = cluster.withNode(holding);
        assertThat(images.nodesWithImage("app:1")).isEqualTo(1);
        assertThat(images.node("n3").imageSize("app:1")).isEqualTo(5);
        assertThat(images.withNode(holder).nodesWithImage("app:1")).isZero();
        assertThat(images.withoutNode("n3").nodesWithImage("app:1")).isZero();
    }

    @Test
    void twoNodesOfOneNameAreAnError() {
        assertThatThrownBy(() -> Snapshot.of(List.of(ANode.named("n1"), ANode.named("n1")), List.of()))
                .hasMessage("two nodes named n1");
    }

    /** A change of a cluster: a node comes or goes, a pod comes to a node or goes. */
    record Step(boolean comes, boolean isNode, int node, int pod) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void stepByStepItIsWhatItWouldBeFromScratch(@ForAll("steps") List<Step> steps) {
        var incremental = Snapshot.empty();
        var nodes = new TreeMap<String, Node>();
        var pods = new TreeMap<String, Pod>();
        for (var step : steps) {
            var node = "n" + step.node();
            var pod = APod.named("p" + step.pod()).cpu(1 + step.pod() + "m").hostPort(1000 + step.pod(), "TCP", null);
            if (step.isNode()) {
                if (step.comes()) {
                    nodes.put(node, ANode.named(node));
                } else {
                    nodes.remove(node);
                }
                incremental = step.comes() ? incremental.withNode(ANode.named(node)) : incremental.withoutNode(node);
            } else {
                if (step.comes()) {
                    pods.put("p" + step.pod(), pod.on(node));
                } else {
                    pods.remove("p" + step.pod());
                }
                incremental = step.comes() ? incremental.with(pod.on(node)) : incremental.without(pod.build());
            }
        }
        var scratch = Snapshot.of(new ArrayList<>(nodes.values()), new ArrayList<>(pods.values()));
        assertThat(describe(incremental)).isEqualTo(describe(scratch));
    }

    private static List<Tuple.Tuple4<String, List<String>, Resources, Boolean>> describe(Snapshot snapshot) {
        return snapshot.nodes().stream()
                .map(node -> Tuple.of(
                        node.name(),
                        node.pods().stream().map(PodInfo::key).toList(),
                        node.requested(),
                        node.usedPorts().isEmpty()))
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var truth = Arbitraries.of(true, false);
        return Combinators.combine(
                        truth,
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
