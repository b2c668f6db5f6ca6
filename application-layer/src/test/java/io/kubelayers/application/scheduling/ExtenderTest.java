package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.ExtenderVerdict;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Extenders have a say after the plugins: which nodes, in which order, at whose cost. */
class ExtenderTest {
    private static final List<Node> NODES = List.of(ANode.named("n1"), ANode.named("n2"), ANode.named("n3"));

    /** Accepts some nodes only. */
    private record Choosy(Map<String, String> rejected, boolean isIgnorable, boolean fails) implements Extender {
        static Choosy rejecting(Map<String, String> rejected) {
            return new Choosy(rejected, false, false);
        }

        @Override
        public String name() {
            return "choosy";
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.FILTER);
        }

        @Override
        public ExtenderVerdict filter(PodInfo pod, List<NodeInfo> nodes) {
            if (fails) {
                throw new ExtenderException("went home");
            }
            var accepted = nodes.stream()
                    .map(NodeInfo::name)
                    .filter(name -> !rejected.containsKey(name))
                    .toList();
            return ExtenderVerdict.of(accepted, rejected);
        }
    }

    /** Likes one node, with all its might. */
    private record Fan(String node, int weight) implements Extender {
        @Override
        public String name() {
            return "fan";
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.PRIORITIZE);
        }

        @Override
        public Map<String, Long> prioritize(PodInfo pod, List<NodeInfo> nodes) {
            return Map.of(node, MAX_PRIORITY);
        }
    }

    /** Spares one pod. */
    private record Protector(String spared, boolean isIgnorable) implements Extender {
        @Override
        public String name() {
            return "protector";
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.PREEMPT);
        }

        @Override
        public SortedMap<String, Victims> preempt(
                PodInfo pod, SortedMap<String, Victims> candidates, Snapshot snapshot) {
            var left = new TreeMap<String, Victims>();
            candidates.forEach((node, victims) -> left.put(
                    node,
                    new Victims(
                            victims.pods().stream()
                                    .filter(victim -> !victim.key().equals(spared))
                                    .toList(),
                            0)));
            return left;
        }
    }

    private static Profile with(Extender... extenders) {
        var profile = Profile.standard().edit();
        for (var extender : extenders) {
            profile.extendedBy(extender);
        }
        return profile.build();
    }

    private static Placement place(Profile profile, Pod pod) {
        return Scheduling.on(NODES, List.of()).by(profile).place(pod);
    }

    @Test
    void nodesThatTheyRejectAreNotTaken() {
        var rejected = new HashMap<>(Map.of("n1", "no gpu left", "n2", "no gpu left"));
        var profile = with(Choosy.rejecting(rejected));
        assertThat(place(profile, APod.named("p").build()).node()).isEqualTo("n3");

        rejected.put("n3", "on fire");
        var nowhere = place(with(Choosy.rejecting(rejected)), APod.named("p").build());
        assertThat(nowhere.explain())
                .startsWith(
                        "0/3 nodes are available: 1 on fire, 2 no gpu left. no new claims to deallocate, preemption: 0/3 nodes are available:");
        assertThat(nowhere.diagnosis().unschedulablePlugins()).containsExactly("Extender");
    }

    @Test
    void theyAreAskedOnlyAboutNodesThatTheFiltersAccept() {
        var profile = with(Choosy.rejecting(Map.of("n1", "no gpu left")));
        var nodes = List.of(ANode.named("n1"), ANode.cordoned("n2"));
        var placement = Scheduling.on(nodes, List.of())
                .by(profile)
                .place(APod.named("p").build());
        assertThat(placement.explain())
                .startsWith("0/2 nodes are available: 1 no gpu left, 1 node(s) were unschedulable.");
    }

    @Test
    void theirScoresCountTenfoldAndByTheirWeight() {
        var pods = List.of(APod.named("busy").cpu("3").on("n2"));
        var pod = APod.named("p").cpu("100m").build();
        var scheduling = Scheduling.on(NODES, pods);
        assertThat(scheduling.place(pod).node()).isNotEqualTo("n2");
        var placement = scheduling.by(with(new Fan("n2", 5))).place(pod);
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.scores().scores("n2")).containsEntry("fan", 500L);
        assertThat(placement.toTable()).contains("fan");
    }

    @Test
    void oneThatCannotAnswerFailsThePodWithItsName() {
        var placement =
                place(with(new Choosy(Map.of(), false, true)), APod.named("p").build());
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.FAILED);
        assertThat(placement.explain()).isEqualTo("extender \"choosy\": went home");
    }

    @Test
    void unlessItMayBeIgnored() {
        var placement =
                place(with(new Choosy(Map.of(), true, true)), APod.named("p").build());
        assertThat(placement.isScheduled()).isTrue();
        assertThat(placement.notes().get(0).message()).isEqualTo("went on without it: extender \"choosy\": went home");
    }

    @Test
    void victimsAreTheirs() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var humble = APod.named("humble").cpu("3").priority(1).on("n1");
        var proud = APod.named("proud").cpu("3").priority(100).on("n2");
        var scheduling = Scheduling.on(nodes, List.of(humble, proud));
        var pod = APod.named("p").cpu("2").priority(500).build();
        assertThat(scheduling.place(pod).nominatedNode()).isEqualTo("n1");
        assertThat(scheduling
                        .by(with(new Protector("default/humble", true)))
                        .place(pod)
                        .nominatedNode())
                .isEqualTo("n2");
        assertThat(scheduling
                        .by(with(new Protector("default/humble", false)))
                        .place(pod)
                        .explain())
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu. extender \"protector\": expected at least one"
                        + " victim pod on node \"n1\"");
    }

    /** Binds in a book of its own, as long as it can. */
    private record Binder(TreeMap<String, String> bound, boolean isIgnorable, boolean fails) implements Extender {
        @Override
        public String name() {
            return "binder";
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of(Verb.BIND);
        }

        @Override
        public void bind(PodInfo pod, String node) {
            if (fails) {
                throw new ExtenderException("out of ink");
            }
            bound.put(pod.key(), node);
        }
    }

    private static Cluster cluster(Extender extender) {
        return Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller(List.of(with(extender))))
                .node("only", n -> n)
                .start();
    }

    @Test
    void theyBindInPlaceOfThePlugins() {
        var binder = new Binder(new TreeMap<>(), false, false);
        try (var cluster = cluster(binder)) {
            cluster.apply(APod.named("p").build());
            cluster.settle();
            assertThat(binder.bound()).containsEntry("default/p", "only");
            assertThat(cluster.client().on(Pod.class).get("default", "p").spec().nodeName())
                    .isNull();
        }
    }

    @Test
    void aBinderThatFailsCostsAnAttemptAndOneThatMayBeIgnoredNothing() {
        try (var cluster = cluster(new Binder(new TreeMap<>(), false, true))) {
            cluster.apply(APod.named("p").build());
            cluster.settle();
            var pod = cluster.client().on(Pod.class).get("default", "p");
            assertThat(pod.status().conditions().get(0).reason()).isEqualTo("SchedulerError");
            assertThat(pod.status().conditions().get(0).message()).isEqualTo("extender \"binder\": out of ink");
        }
        try (var cluster = cluster(new Binder(new TreeMap<>(), true, true))) {
            cluster.apply(APod.named("p").build());
            cluster.settle();
            assertThat(cluster.client().on(Pod.class).get("default", "p").spec().nodeName())
                    .isEqualTo("only");
        }
    }

    @Test
    void aPodThatTheyRejectedIsTriedAgainWhateverHappens() {
        try (var cluster = cluster(Choosy.rejecting(Map.of("only", "not today")))) {
            cluster.apply(APod.named("p").build());
            cluster.settle();
            cluster.apply(ANode.cordoned("another"));
            cluster.settle();
            var pod = cluster.client().on(Pod.class).get("default", "p");
            assertThat(pod.status().conditions().get(0).message())
                    .startsWith("0/2 nodes are available: 1 node(s) were unschedulable, 1 not today.");
        }
    }
}
