package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cluster and every pod. */
class SchedulingLawsTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noNodeIsEverPromisedMoreThanItHas(@ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods) {
        var after = Scheduling.on(nodes, List.of()).placeAll(pods).after();
        for (var node : after.nodes()) {
            assertThat(node.requested().milliCpu())
                    .isLessThanOrEqualTo(node.allocatable().milliCpu());
            assertThat(node.requested().memory())
                    .isLessThanOrEqualTo(node.allocatable().memory());
            assertThat((long) node.podCount())
                    .isLessThanOrEqualTo(node.allocatable().pods());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aPlacementViolatesNoFilter(@ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods) {
        var cluster = Scheduling.on(nodes, List.of());
        for (var pod : pods) {
            var placement = cluster.place(pod);
            var node = placement.node();
            if (node != null) {
                assertThat(rejections(cluster.snapshot(), pod, node)).isEmpty();
                cluster = cluster.whatIf(before -> before.with(pod, node));
            } else {
                for (var each : cluster.snapshot().nodes()) {
                    assertThat(rejections(cluster.snapshot(), pod, each.name())).isNotEmpty();
                }
            }
        }
    }

    /** What every filter of the default profile says alone, without the cycle around it. */
    private static List<String> rejections(Snapshot snapshot, Pod pod, String node) {
        var rejections = new ArrayList<String>();
        var info = PodInfo.of(pod);
        for (var enabled : Profile.standard().plugins()) {
            if (enabled.plugin() instanceof FilterPlugin filter) {
                var state = CycleState.over(snapshot);
                if (enabled.plugin() instanceof PreFilterPlugin preFilter
                        && !preFilter.preFilter(state, info).status().isSuccess()) {
                    continue;
                }
                NodeInfo on = snapshot.node(node);
                if (!filter.filter(state, info, on).isSuccess()) {
                    rejections.add(filter.name());
                }
            }
        }
        return rejections;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEmptyNodeMoreMakesNoPodUnschedulable(@ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods) {
        var cluster = Scheduling.on(Scheduling.on(nodes, List.of())
                .placeAll(pods.subList(0, pods.size() / 2))
                .after());
        var larger = cluster.whatIf(before -> before.withNode(ANode.named("another")));
        for (var pod : pods.subList(pods.size() / 2, pods.size())) {
            if (cluster.place(pod).isScheduled()) {
                assertThat(larger.place(pod).isScheduled()).isTrue();
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfFiltersDoesNotChangeWhereAPodFits(
            @ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods, @ForAll long seed) {
        var plugins = new ArrayList<>(Profile.standard().plugins());
        Collections.shuffle(plugins, new Random(seed));
        var shuffled = new Profile("default-scheduler", plugins, 0);
        var cluster = Scheduling.on(nodes, List.of()).placeAll(pods).after();
        for (var pod : pods) {
            assertThat(feasible(Scheduling.on(cluster).by(shuffled).place(pod)))
                    .isEqualTo(feasible(Scheduling.on(cluster).place(pod)));
        }
    }

    private static List<String> feasible(Placement placement) {
        return placement.nodes().stream()
                .filter(node ->
                        node.verdict() == NodeVerdict.Verdict.CHOSEN || node.verdict() == NodeVerdict.Verdict.FEASIBLE)
                .map(NodeVerdict::node)
                .toList();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theSameSeedGivesTheSamePlacements(
            @ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods, @ForAll long seed) {
        var reversed = new ArrayList<>(nodes);
        Collections.reverse(reversed);
        var once = Scheduling.on(nodes, List.of()).seed(seed).placeAll(pods);
        var again = Scheduling.on(reversed, List.of()).seed(seed).placeAll(pods);
        assertThat(once.placements().stream().map(Placement::explain))
                .containsExactlyElementsOf(
                        again.placements().stream().map(Placement::explain).toList());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void detailsChangeNoDecision(@ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods) {
        var cluster = Scheduling.on(nodes, List.of());
        for (var pod : pods) {
            assertThat(cluster.inDetail().place(pod).explain())
                    .isEqualTo(cluster.place(pod).explain());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsRememberedChangesNoDecision(
            @ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods, @ForAll("pods") List<Pod> others) {
        var remembering = Scheduling.on(nodes, List.of());
        var all = new ArrayList<>(pods);
        all.addAll(others);
        all.addAll(pods);
        for (int i = 0; i < all.size(); i++) {
            var pod = all.get(i);
            var replica = pod.withMetadata(pod.metadata().withName("replica-" + i));
            var fresh = Scheduling.on(remembering.snapshot()).place(replica);
            var placement = remembering.place(replica);
            assertThat(placement.explain()).isEqualTo(fresh.explain());
            for (var node : placement.nodes()) {
                assertThat(node).isEqualTo(fresh.on(node.node()));
            }
            var chosen = placement.node();
            if (chosen != null) {
                remembering = remembering.whatIf(before -> before.with(replica, chosen));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theChosenNodeIsOneOfTheBest(@ForAll("nodes") List<Node> nodes, @ForAll("pods") List<Pod> pods) {
        for (var pod : pods) {
            var placement = Scheduling.on(nodes, List.of()).inDetail().place(pod);
            if (placement.isScheduled()) {
                assertThat(placement.scores().best()).contains(placement.node());
            }
        }
    }

    @Provide
    Arbitrary<List<Node>> nodes() {
        var node = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("", "", "NoSchedule", "PreferNoSchedule", "cordon"))
                .as((cpu, memory, pods, zone, taint) -> node(cpu, memory, pods, zone, taint));
        return node.list().ofMinSize(1).ofMaxSize(5).map(nodes -> {
            var named = new ArrayList<Node>();
            for (var each : nodes) {
                named.add(each.withMetadata(each.metadata().withName("n" + named.size())));
            }
            return named;
        });
    }

    private static Node node(int cpu, int memory, int pods, String zone, String taint) {
        var node = ANode.named("n", n -> {
            n.cpu("" + cpu).memory(memory + "Gi").pods(pods).zone(zone);
            return taint.isEmpty() || taint.equals("cordon") ? n : n.taint("t", "v", taint);
        });
        return node.withSpec(node.spec().withUnschedulable(taint.equals("cordon")));
    }

    @Provide
    Arbitrary<List<Pod>> pods() {
        var pod = Combinators.combine(
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(0, 4000),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("", "a", "b"),
                        Arbitraries.of(0, 0, 0, 80, 81),
                        Arbitraries.of(true, false))
                .as((cpu, memory, priority, zone, port, tolerant) -> {
                    var one =
                            APod.named("p").cpu(cpu + "m").memory(memory + "Mi").priority(priority);
                    one = port == 0 ? one : one.hostPort(port, "TCP", null);
                    one = tolerant ? one.toleration("t", "Exists", null, null) : one;
                    return zone.isEmpty()
                            ? one.build()
                            : one.spec(spec -> spec.withNodeSelector(Map.of("topology.kubernetes.io/zone", zone)))
                                    .build();
                });
        return pod.list().ofMaxSize(12).map(pods -> {
            var named = new ArrayList<Pod>();
            for (var each : pods) {
                named.add(each.withMetadata(each.metadata().withName("p" + named.size())));
            }
            return named;
        });
    }
}
