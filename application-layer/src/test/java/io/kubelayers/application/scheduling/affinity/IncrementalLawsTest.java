package io.kubelayers.application.scheduling.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinity;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodAffinityTermBuilder;
import io.kubelayers.nucleus.core.PodAntiAffinity;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.core.TopologySpreadConstraintBuilder;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Numbers of pods by domain are carried from snapshot to snapshot; they must be what counting anew gives. */
class IncrementalLawsTest {
    private static final String ZONE = "zone";
    private static final String HOST = "kubernetes.io/hostname";

    /**
     * A change of a cluster, after which a pod asks for a place.
     *
     * @param node which node
     * @param zone the zone it is to be in if it is written; "" for none
     * @param pod which pod comes to it
     * @param what 0 writes the node, 1 removes it, 2 takes the pod away, others bring it
     */
    record Step(int node, String zone, int pod, int what) {}

    /** Kinds of pods by number: near, far, spread, with preferences, and such that do not care. */
    private static APod pod(int number) {
        var labels = Map.of("app", number % 2 == 0 ? "red" : "blue");
        var selector = LabelSelectors.of(labels);
        var pod = APod.named("p" + number).cpu("100m").labels(labels);
        return switch (number % 8) {
            case 0 -> pod.affinity(new Affinity(null, new PodAffinity(List.of(term(ZONE, selector)), List.of()), null));
            case 1 -> pod.affinity(
                    new Affinity(null, null, new PodAntiAffinity(List.of(term(HOST, selector)), List.of())));
            case 2 -> pod.spec(spec -> spec.withTopologySpreadConstraints(
                    List.of(spread(ZONE, "DoNotSchedule", selector), spread(HOST, "ScheduleAnyway", selector))));
            case 3 -> pod.affinity(new Affinity(
                    null,
                    new PodAffinity(List.of(), List.of(new WeightedPodAffinityTerm(3, term(ZONE, selector)))),
                    new PodAntiAffinity(List.of(), List.of(new WeightedPodAffinityTerm(5, term(HOST, selector))))));
            case 4 -> pod.spec(spec -> spec.withTopologySpreadConstraints(
                    List.of(spread(ZONE, "ScheduleAnyway", selector), spread(HOST, "DoNotSchedule", selector))));
            default -> pod;
        };
    }

    private static PodAffinityTerm term(String key, LabelSelector selector) {
        return PodAffinityTermBuilder.builder()
                .topologyKey(key)
                .labelSelector(selector)
                .build();
    }

    private static TopologySpreadConstraint spread(String key, String action, LabelSelector selector) {
        return TopologySpreadConstraintBuilder.builder()
                .maxSkew(1)
                .topologyKey(key)
                .whenUnsatisfiable(action)
                .labelSelector(selector)
                .build();
    }

    private static Node node(String name, String zone) {
        return zone.isEmpty() ? ANode.named(name) : ANode.named(name, node -> node.label(ZONE, zone));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aClusterThatChangedDecidesAsOneBuiltAnew(@ForAll("steps") List<Step> steps) {
        var snapshot = Snapshot.empty();
        var nodes = new TreeMap<String, Node>();
        var pods = new TreeMap<String, Pod>();
        var scheduling = Scheduling.on(snapshot);
        for (var step : steps) {
            var name = "n" + step.node();
            var pod = pod(step.pod());
            switch (step.what()) {
                case 0 -> nodes.put(name, node(name, step.zone()));
                case 1 -> nodes.remove(name);
                case 2 -> pods.remove("p" + step.pod());
                default -> pods.put("p" + step.pod(), pod.on(name));
            }
            scheduling = scheduling.whatIf(before -> switch (step.what()) {
                case 0 -> before.withNode(node(name, step.zone()));
                case 1 -> before.withoutNode(name);
                case 2 -> before.without(pod.build());
                default -> before.with(pod.on(name));
            });
            var anew = Scheduling.on(new ArrayList<>(nodes.values()), new ArrayList<>(pods.values()));
            for (int asking = 0; asking < 8; asking++) {
                var question = pod(asking).build();
                var unplaced = question.withMetadata(question.metadata().withName("asking"));
                assertThat(described(scheduling.inDetail().place(unplaced)))
                        .isEqualTo(described(anew.inDetail().place(unplaced)));
            }
        }
    }

    private static String described(Placement placement) {
        return placement.explain() + "\n" + placement.toTable();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("a", "b", ""),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(0, 0, 1, 2, 3, 3, 3))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }
}
