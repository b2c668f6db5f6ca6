package io.kubelayers.nucleus.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of node affinity: terms are alternatives, a score is a sum, and compiled terms agree with a naive evaluator. */
class NodeAffinityLawsTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aNodeMatchesWhenOneTermDoes(@ForAll("terms") List<NodeSelectorTerm> terms, @ForAll("nodes") Node node) {
        boolean any = terms.stream().anyMatch(term -> NodeSelection.of(new NodeSelector(List.of(term)))
                .matches(node));
        assertThat(NodeSelection.of(new NodeSelector(terms)).matches(node)).isEqualTo(any);
        assertThat(RequiredNodeAffinity.of(Map.of(), new NodeSelector(terms))
                        .explain(node)
                        .matches())
                .isEqualTo(any);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aScoreIsTheSumOfTheTermsThatMatch(@ForAll("terms") List<NodeSelectorTerm> terms, @ForAll("nodes") Node node) {
        long sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            sum += NodeSelection.of(new NodeSelector(List.of(terms.get(i)))).matches(node) ? i + 1 : 0;
        }
        var weighted = IntStream.range(0, terms.size())
                .mapToObj(i -> new PreferredSchedulingTerm(i + 1, terms.get(i)))
                .toList();
        assertThat(PreferredNodeAffinity.of(weighted).score(node)).isEqualTo(sum);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void termsAgreeWithTheNaiveReference(@ForAll("terms") List<NodeSelectorTerm> terms, @ForAll("nodes") Node node) {
        boolean any = terms.stream().anyMatch(term -> naive(term, node));
        assertThat(NodeSelection.of(new NodeSelector(terms)).matches(node)).isEqualTo(any);
    }

    private static boolean naive(NodeSelectorTerm term, Node node) {
        if (term.matchExpressions().isEmpty() && term.matchFields().isEmpty()) {
            return false;
        }
        var labels = node.metadata().labels();
        var name = node.metadata().name();
        return term.matchExpressions().stream().allMatch(requirement -> naive(requirement, labels))
                && (name == null
                        || term.matchFields().stream()
                                .allMatch(requirement -> naive(requirement, Map.of("metadata.name", name))));
    }

    private static boolean naive(NodeSelectorRequirement requirement, Map<String, String> labels) {
        var value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case "In" -> value != null && requirement.values().contains(value);
            case "NotIn" -> value == null || !requirement.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> isNumber(value)
                    && Long.parseLong(value)
                            > Long.parseLong(requirement.values().get(0));
            default -> isNumber(value)
                    && Long.parseLong(value)
                            < Long.parseLong(requirement.values().get(0));
        };
    }

    private static boolean isNumber(String value) {
        return value != null && value.matches("[0-9]+");
    }

    @Provide
    Arbitrary<Node> nodes() {
        var labels = Arbitraries.maps(Arbitraries.of("zone", "cores"), Arbitraries.of("a", "b", "8", "16"));
        return Combinators.combine(Arbitraries.of("n1", "n2", ""), labels).as(Nodes::node);
    }

    @Provide
    Arbitrary<List<NodeSelectorTerm>> terms() {
        var key = Arbitraries.of("zone", "cores", "gpu");
        var values = Arbitraries.of("a", "b", "8").set().ofMinSize(1).map(List::copyOf);
        var set =
                Combinators.combine(key, Arbitraries.of("In", "NotIn"), values).as(NodeSelectorRequirement::new);
        var presence = Combinators.combine(key, Arbitraries.of("Exists", "DoesNotExist"))
                .as((label, operator) -> new NodeSelectorRequirement(label, operator, List.of()));
        var bound = Combinators.combine(key, Arbitraries.of("Gt", "Lt"), Arbitraries.of("8", "9"))
                .as((label, operator, value) -> new NodeSelectorRequirement(label, operator, List.of(value)));
        var name = Combinators.combine(Arbitraries.of("In", "NotIn"), Arbitraries.of("n1", "n2"))
                .as((operator, value) -> new NodeSelectorRequirement("metadata.name", operator, List.of(value)));
        return Combinators.combine(
                        Arbitraries.oneOf(set, presence, bound).list().ofMaxSize(2),
                        name.list().ofMaxSize(1))
                .as(NodeSelectorTerm::new)
                .list()
                .ofMaxSize(3);
    }
}
