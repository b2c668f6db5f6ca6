package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The search for the fewest nodes against a naive one that tries every set. */
class FleetLawsTest {
    private static final int MOST = 4;
    private static final List<Node> SHAPES =
            List.of(ANode.named("s", node -> node.cpu("2")), ANode.named("l", node -> node.cpu("5")));

    /** No smaller set is enough, and of several smallest it is the one whose first shapes are preferred. */
    @Property(tries = 150)
    void theFleetIsTheOneThatTryingEverySetFinds(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 24) Integer> cores,
            @ForAll @IntRange(max = 2) int existing) {
        var cluster = Scheduling.on(nodes(existing), List.of());
        var pods = pods(cores);

        var fleet = cluster.smallestFleet(SHAPES, pods, MOST);

        assertThat(fleet.proven()).isTrue();
        var naive = naive(cluster, pods);
        assertThat(fleet.fits()).isEqualTo(naive != null);
        if (naive != null) {
            assertThat(fleet.nodes().getOrDefault("s", 0)).isEqualTo(naive[0]);
            assertThat(fleet.nodes().getOrDefault("l", 0)).isEqualTo(naive[1]);
        }
    }

    /** What is stranded is a share of what is free. */
    @Property(tries = 100)
    void strandedIsNeverMoreThanIsFree(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 24) Integer> cores) {
        var placed = Scheduling.on(nodes(3), List.of()).placeAll(pods(cores));
        var balance = Balance.of(
                placed.after(), placed.placements().stream().map(Placement::pod).toList());
        assertThat(balance.cpu().stranded()).isBetween(0.0, 1.0);
        assertThat(balance.memory().stranded()).isBetween(0.0, 1.0);
    }

    private static int[] naive(Scheduling cluster, List<Pod> pods) {
        for (int count = 0; count <= MOST; count++) {
            for (int small = count; small >= 0; small--) {
                var nodes = new ArrayList<Node>();
                for (int i = 1; i <= small; i++) {
                    nodes.add(ANode.named("s-" + i, node -> node.cpu("2")));
                }
                for (int i = 1; i <= count - small; i++) {
                    nodes.add(ANode.named("l-" + i, node -> node.cpu("5")));
                }
                var bigger = cluster.whatIf(before -> {
                    var after = before;
                    for (var node : nodes) {
                        after = after.withNode(node);
                    }
                    return after;
                });
                if (bigger.placeAll(pods).allScheduled()) {
                    return new int[] {small, count - small};
                }
            }
        }
        return null;
    }

    private static List<Node> nodes(int count) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            nodes.add(ANode.named("n" + i, node -> node.cpu("2")));
        }
        return nodes;
    }

    /** Pods that ask for quarters of a core. */
    private static List<Pod> pods(List<Integer> quarters) {
        var pods = new ArrayList<Pod>();
        for (var quarter : quarters) {
            pods.add(APod.named("p" + pods.size()).cpu(quarter * 250 + "m").build());
        }
        return pods;
    }
}
