package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PermitPlugin;
import io.kubelayers.application.scheduling.framework.PermitResult;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.ReservePlugin;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodSpec.SchedulingGate;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scheduler at work in a cluster. */
class SchedulerControllerTest {
    private static ClusterBuilder cluster() {
        return Cluster.builder().withoutNodeAgent().controller(SchedulerController.controller());
    }

    private static Pod pod(Cluster cluster, String name) {
        return cluster.client().on(Pod.class).get("default", name);
    }

    private static String node(Cluster cluster, String name) {
        var node = pod(cluster, name).spec().nodeName();
        return node == null ? "none" : node;
    }

    private static PodCondition scheduled(Cluster cluster, String name) {
        return PodConditions.find(pod(cluster, name).status(), "PodScheduled").orElseThrow();
    }

    private static List<String> events(Cluster cluster) {
        return cluster.lister(Event.class).list().stream()
                .map(event -> event.type() + " " + event.reason() + " " + event.message() + " x" + event.count()
                        + " from " + event.source().component())
                .toList();
    }

    @Test
    void aPodIsBoundToTheNodeItFits() {
        try (var cluster =
                cluster().node("small", n -> n.cpu("1")).node("big", n -> n).start()) {
            cluster.apply(APod.named("web").cpu("2").build());
            cluster.settle();
            assertThat(node(cluster, "web")).isEqualTo("big");
            assertThat(scheduled(cluster, "web").status()).isEqualTo("True");
            assertThat(events(cluster))
                    .containsExactly(
                            "Normal Scheduled Successfully assigned default/web to big x1 from default-scheduler");
        }
    }

    @Test
    void aPodThatFitsNowhereSaysWhyAndIsTriedAgainWhenANodeComes() {
        try (var cluster = cluster().node("small", n -> n.cpu("1")).start()) {
            cluster.apply(APod.named("web").cpu("2").build());
            cluster.settle();
            var message =
                    "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1"
                            + " Preemption is not helpful for scheduling.";
            assertThat(node(cluster, "web")).isEqualTo("none");
            assertThat(scheduled(cluster, "web").status()).isEqualTo("False");
            assertThat(scheduled(cluster, "web").reason()).isEqualTo("Unschedulable");
            assertThat(scheduled(cluster, "web").message()).isEqualTo(message);
            assertThat(events(cluster))
                    .containsExactly("Warning FailedScheduling " + message + " x1 from default-scheduler");
            cluster.apply(ANode.named("big"));
            cluster.settle();
            assertThat(node(cluster, "web")).isEqualTo("big");
        }
    }

    @Test
    void nothingIsTriedAgainWithoutReasonBeforeFiveMinutes() {
        try (var cluster = cluster().node("small", n -> n.cpu("1")).start()) {
            cluster.apply(APod.named("web").cpu("2").build());
            cluster.settle().advance(Duration.ofSeconds(299));
            assertThat(events(cluster)).allMatch(event -> event.contains(" x1 "));
            cluster.advance(Duration.ofSeconds(1));
            assertThat(events(cluster)).allMatch(event -> event.contains(" x2 "));
        }
    }

    @Test
    void roomThatAPodLeavesIsTaken() {
        try (var cluster = cluster().node("only", n -> n).start()) {
            cluster.apply(APod.named("first").cpu("3").build());
            cluster.settle();
            cluster.apply(APod.named("second").cpu("3").build());
            cluster.settle();
            assertThat(node(cluster, "second")).isEqualTo("none");
            cluster.client()
                    .on(Pod.class)
                    .delete(
                            "default",
                            "first",
                            DeleteOptionsBuilder.builder()
                                    .gracePeriodSeconds(0L)
                                    .build());
            cluster.settle();
            assertThat(node(cluster, "second")).isEqualTo("only");
        }
    }

    @Test
    void ofPodsCreatedTogetherTheImportantGoFirst() {
        try (var cluster = cluster().node("only", n -> n).start()) {
            cluster.apply(APod.named("a-humble").cpu("3").priority(1).build());
            cluster.apply(APod.named("b-proud").cpu("3").priority(2).build());
            cluster.settle();
            assertThat(node(cluster, "b-proud")).isEqualTo("only");
            assertThat(node(cluster, "a-humble")).isEqualTo("none");
        }
    }

    @Test
    void gatedPodsWait() {
        try (var cluster = cluster().node("only", n -> n).start()) {
            var gated = APod.named("web")
                    .spec(spec -> spec.withSchedulingGates(List.of(new SchedulingGate("example.com/review"))));
            cluster.apply(gated.build());
            cluster.settle();
            assertThat(node(cluster, "web")).isEqualTo("none");
            assertThat(events(cluster)).isEmpty();
            var open = pod(cluster, "web");
            cluster.client().update(open.withSpec(open.spec().withSchedulingGates(List.of())));
            cluster.settle();
            assertThat(node(cluster, "web")).isEqualTo("only");
        }
    }

    @Test
    void aPodChoosesItsProfile() {
        var packing = Profile.standard()
                .edit()
                .schedulerName("cordon-breaker")
                .disable("NodeUnschedulable")
                .disable("TaintToleration")
                .build();
        var both = SchedulerController.controller(List.of(Profile.standard(), packing));
        try (var cluster = Cluster.builder().controller(both).start()) {
            cluster.apply(ANode.cordoned("closed"));
            cluster.apply(APod.named("polite").build());
            cluster.apply(APod.named("rude")
                    .spec(spec -> spec.withSchedulerName("cordon-breaker"))
                    .build());
            cluster.apply(APod.named("foreign")
                    .spec(spec -> spec.withSchedulerName("somebody-else"))
                    .build());
            cluster.settle();
            assertThat(node(cluster, "polite")).isEqualTo("none");
            assertThat(node(cluster, "rude")).isEqualTo("closed");
            assertThat(node(cluster, "foreign")).isEqualTo("none");
            assertThat(events(cluster)).anyMatch(event -> event.endsWith("from cordon-breaker"));
        }
    }

    @Test
    void aForkGoesItsOwnWay() {
        try (var cluster = cluster().node("only", n -> n).start()) {
            cluster.apply(APod.named("first").cpu("3").build());
            cluster.apply(APod.named("second").cpu("3").build());
            cluster.settle();
            var waiting = node(cluster, "first").equals("none") ? "first" : "second";
            try (var whatIf = cluster.fork()) {
                whatIf.apply(ANode.named("another"));
                whatIf.settle();
                assertThat(node(whatIf, waiting)).isEqualTo("another");
            }
            cluster.settle();
            assertThat(node(cluster, waiting)).isEqualTo("none");
        }
    }

    @Test
    void aGangIsBoundTogether() {
        var gang = new PermitPlugin() {
            @Override
            public String name() {
                return "Gang";
            }

            @Override
            public PermitResult permit(CycleState state, PodInfo pod, String node) {
                long members = state.snapshot().nodes().stream()
                        .flatMap(info -> info.pods().stream())
                        .filter(other -> !other.key().equals(pod.key()))
                        .count();
                return members >= 1 ? PermitResult.allow() : PermitResult.waitFor(Duration.ofMinutes(1));
            }
        };
        var profile = Profile.standard().edit().enable(gang).build();
        try (var cluster = Cluster.builder()
                .controller(SchedulerController.controller(List.of(profile)))
                .node("only", n -> n)
                .start()) {
            cluster.apply(APod.named("one").build());
            cluster.settle();
            assertThat(node(cluster, "one")).isEqualTo("none");
            assertThat(pod(cluster, "one").status().nominatedNodeName())
                    .as("where it will go, for cluster autoscalers")
                    .isEqualTo("only");
            try (var lonely = cluster.fork()) {
                lonely.advance(Duration.ofMinutes(1));
                assertThat(scheduled(lonely, "one").message())
                        .isEqualTo("0/1 nodes are available: 1 rejected due to timeout after waiting 1m0s at plugin"
                                + " Gang.");
            }
            cluster.apply(APod.named("two").build());
            cluster.settle();
            assertThat(node(cluster, "one")).isEqualTo("only");
            assertThat(node(cluster, "two")).isEqualTo("only");
            assertThat(pod(cluster, "one").status().nominatedNodeName()).isNull();
        }
    }

    /** Lets nobody be bound that is not important. */
    private record Patience() implements PermitPlugin {
        @Override
        public String name() {
            return "Patience";
        }

        @Override
        public PermitResult permit(CycleState state, PodInfo pod, String node) {
            return pod.priority() > 0 ? PermitResult.allow() : PermitResult.waitFor(Duration.ofMinutes(10));
        }
    }

    @Test
    void aPodThatWaitsForLeaveMakesRoomWithoutBeingDeleted() {
        var profile = Profile.standard().edit().enable(new Patience()).build();
        try (var cluster = Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(profile)))
                .node("only", node -> node.cpu("2"))
                .start()) {
            cluster.apply(APod.named("waits").cpu("2").build());
            cluster.settle();
            assertThat(pod(cluster, "waits").status().nominatedNodeName()).isEqualTo("only");

            cluster.apply(APod.named("important").cpu("2").priority(10).build());
            cluster.advance(Duration.ofSeconds(30));
            assertThat(node(cluster, "important")).isEqualTo("only");
            assertThat(node(cluster, "waits")).isEqualTo("none");
            assertThat(pod(cluster, "waits").metadata().isBeingDeleted()).isFalse();
            assertThat(events(cluster))
                    .anyMatch(event -> event.startsWith("Normal Preempted Preempted by pod "))
                    .contains(
                            "Warning FailedScheduling 0/1 nodes are available: 1 preempted. x1 from default-scheduler");
        }
    }

    /** Rejects the first of a pair until the second has a node, which then has the first tried again. */
    private record Pairs() implements FilterPlugin, ReservePlugin, EnqueueExtensions {
        @Override
        public String name() {
            return "Pairs";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            boolean isAlone = pod.key().endsWith("first") && state.snapshot().pod("default/second") == null;
            return isAlone ? Status.unschedulable("where is the second?") : Status.success();
        }

        @Override
        public Status reserve(CycleState state, PodInfo pod, String node) {
            state.activate("default/first");
            return Status.success();
        }

        @Override
        public void unreserve(CycleState state, PodInfo pod, String node) {
            // nothing is held
        }

        @Override
        public List<ClusterEventWithHint> eventsToRegister() {
            return List.of(); // no event of the cluster helps
        }
    }

    @Test
    void aPluginMayHaveOtherPodsTriedAtOnce() {
        var profile = Profile.standard().edit().enable(new Pairs()).build();
        try (var cluster = Cluster.builder()
                .controller(SchedulerController.controller(List.of(profile)))
                .node("only", n -> n)
                .start()) {
            cluster.apply(APod.named("first").build());
            cluster.settle();
            assertThat(node(cluster, "first")).isEqualTo("none");
            cluster.apply(APod.named("second").build());
            cluster.settle();
            assertThat(node(cluster, "first")).isEqualTo("only");
        }
    }

    @Test
    void inWhateverOrderThingsAreSeenNoNodeIsOvercommitted() {
        for (long seed = 1; seed <= 20; seed++) {
            try (var cluster = cluster()
                    .seed(seed)
                    .order(DeterministicDriver.Order.SHUFFLED)
                    .nodes(3, n -> n)
                    .start()) {
                for (int i = 0; i < 20; i++) {
                    cluster.apply(APod.named("p" + i).cpu("700m").build());
                    if (i % 7 == 0) {
                        cluster.settle();
                    }
                }
                cluster.settle().advance(Duration.ofSeconds(30));
                var snapshot = Snapshot.of(
                        cluster.lister(Node.class).list(),
                        cluster.lister(Pod.class).list());
                for (var node : snapshot.nodes()) {
                    assertThat(node.podCount()).as("seed " + seed).isEqualTo(5); // 5 * 700m of 4
                }
            }
        }
    }

    @Test
    void theSameSeedGivesTheSamePlacements() {
        assertThat(placements(7)).isEqualTo(placements(7));
        assertThat(IntStream.range(0, 10)
                        .mapToObj(SchedulerControllerTest::placements)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    private static TreeMap<String, String> placements(long seed) {
        try (var cluster = cluster().seed(seed).nodes(5, n -> n).start()) {
            for (int i = 0; i < 12; i++) {
                cluster.apply(APod.named("p" + i).cpu("100m").build());
            }
            cluster.settle();
            var placements = new TreeMap<String, String>();
            for (var pod : cluster.lister(Pod.class).list()) {
                placements.put(pod.metadata().nameOrEmpty(), pod.spec().nodeName());
            }
            return placements;
        }
    }
}
