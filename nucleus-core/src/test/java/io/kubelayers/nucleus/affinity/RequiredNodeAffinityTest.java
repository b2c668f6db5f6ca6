package io.kubelayers.nucleus.affinity;

import static io.kubelayers.nucleus.affinity.Nodes.anyOf;
import static io.kubelayers.nucleus.affinity.Nodes.fields;
import static io.kubelayers.nucleus.affinity.Nodes.labels;
import static io.kubelayers.nucleus.affinity.Nodes.node;
import static io.kubelayers.nucleus.affinity.Nodes.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredNodeAffinityTest {
    private static final Node NODE = node("n1", Map.of("zone", "a", "cores", "16"));

    static Stream<Arguments> terms() {
        return Stream.of(
                Arguments.of("no term matches no node", anyOf(), false),
                Arguments.of("an empty term matches no node", anyOf(NodeSelectorTerm.EMPTY), false),
                Arguments.of("a label has a value", anyOf(labels(requirement("zone", "In", "a", "b"))), true),
                Arguments.of("a label has another value", anyOf(labels(requirement("zone", "NotIn", "a"))), false),
                Arguments.of("a label is there", anyOf(labels(requirement("gpu", "Exists"))), false),
                Arguments.of("a label is not there", anyOf(labels(requirement("gpu", "DoesNotExist"))), true),
                Arguments.of("a label is a greater number", anyOf(labels(requirement("cores", "Gt", "8"))), true),
                Arguments.of("a label is a lesser number", anyOf(labels(requirement("cores", "Lt", "8"))), false),
                Arguments.of("the node has this name", anyOf(fields(requirement("metadata.name", "In", "n1"))), true),
                Arguments.of(
                        "the node has another name", anyOf(fields(requirement("metadata.name", "NotIn", "n1"))), false),
                Arguments.of(
                        "no other field has a value", anyOf(fields(requirement("spec.podCIDR", "In", "x"))), false),
                Arguments.of(
                        "all requirements of a term must hold",
                        anyOf(labels(requirement("zone", "Exists"), requirement("gpu", "Exists"))),
                        false),
                Arguments.of(
                        "one term is enough",
                        anyOf(labels(requirement("gpu", "Exists")), labels(requirement("zone", "Exists"))),
                        true));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("terms")
    void matches(String name, NodeSelector required, boolean matches) {
        var answer = RequiredNodeAffinity.of(Map.of(), required).explain(NODE);
        assertThat(answer.matches()).isEqualTo(matches);
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void aPodAsksWithItsNodeSelectorAndItsAffinity() {
        assertThat(pod(Map.of(), null).isAnyNode()).isTrue();
        assertThat(pod(Map.of("zone", "a"), null).matches(NODE)).isTrue();
        assertThat(pod(Map.of("zone", "b"), null).matches(NODE)).isFalse();
        var many = anyOf(labels(requirement("cores", "Gt", "8")));
        assertThat(pod(Map.of("zone", "a"), many).matches(NODE)).isTrue();
        assertThat(pod(Map.of("zone", "a"), many).isAnyNode()).isFalse();
        assertThat(pod(Map.of("zone", "b"), many).matches(NODE)).isFalse();
    }

    private static RequiredNodeAffinity pod(Map<String, String> nodeSelector, @Nullable NodeSelector required) {
        var affinity = AffinityBuilder.builder()
                .nodeAffinity(new NodeAffinity(required, List.of()))
                .build();
        return RequiredNodeAffinity.of(PodBuilder.builder()
                .spec(PodSpecBuilder.builder()
                        .nodeSelector(nodeSelector)
                        .affinity(affinity)
                        .build())
                .build());
    }

    @Test
    void aNodeWithoutANameMeetsAnyRequirementOnFields() {
        var named = RequiredNodeAffinity.of(Map.of(), anyOf(fields(requirement("metadata.name", "In", "n1"))));
        assertThat(named.matches(node("", Map.of()))).isTrue();
    }

    @Test
    void aBadTermOnlyMattersWhenNoOtherMatches() {
        var required = anyOf(labels(requirement("zone", "Near", "a")), labels(requirement("zone", "In", "a")));
        var affinity = RequiredNodeAffinity.of(Map.of(), required);
        assertThat(affinity.explain(NODE).errors()).isEmpty();
        assertThat(affinity.explain(node("n2", Map.of())).explain())
                .isEqualTo("nodeSelectorTerms[0].matchExpressions[0].operator: Unsupported value: \"Near\": supported"
                        + " values: \"In\", \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\"");
        var elsewhere = RequiredNodeAffinity.of(Map.of("zone", "b"), required);
        assertThat(elsewhere.explain(NODE).errors()).isEmpty();
    }

    @Test
    void allBadTermsAreReportedWhenASelectorMustBeValid() {
        var required = anyOf(
                labels(requirement("cores", "Gt", "1", "x")),
                fields(requirement("metadata.name", "In"), requirement("metadata.name", "Exists")));
        assertThatThrownBy(() -> NodeSelection.of(required))
                .isInstanceOf(InvalidFieldsException.class)
                .hasMessage("[nodeSelectorTerms[0].matchExpressions[0].values: Invalid value: [\"1\",\"x\"]: for 'Gt',"
                        + " 'Lt' operators, exactly one value is required,"
                        + " nodeSelectorTerms[0].matchExpressions[0].values[1]: Invalid value: \"x\": for 'Gt', 'Lt'"
                        + " operators, the value must be an integer,"
                        + " nodeSelectorTerms[1].matchFields[0].values: Invalid value: null: must have one element,"
                        + " nodeSelectorTerms[1].matchFields[1].operator: Unsupported value: \"Exists\": supported"
                        + " values: \"In\", \"NotIn\"]");
        var at = FieldPath.of("spec", "nodeAffinity", "required");
        assertThat(NodeSelection.lenient(at, required).errors())
                .extracting(FieldError::field)
                .startsWith("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values");
    }

    @Test
    void tellsTermByTermWhy() {
        var required = anyOf(
                labels(requirement("gpu", "Exists"), requirement("zone", "In", "a")),
                fields(requirement("metadata.name", "In", "n2")));
        var answer = RequiredNodeAffinity.of(Map.of("zone", "a"), required).explain(NODE);
        assertThat(answer.explain()).isEqualTo("no term of the node affinity matches");
        assertThat(Render.text(answer))
                .isEqualTo(
                        """
                        - node/n1: no term of the node affinity matches [nodeAffinity]
                          + the labels meet zone=a [labels.selector]
                            + zone=a: zone=a [labels.selector.requirement]
                          - no term matches [nodeAffinity.required]
                            - nodeSelectorTerms[0]: the term does not match [nodeAffinity.term]
                              - gpu is not met: there is no label gpu [labels.selector]
                                - gpu: there is no label gpu [labels.selector.requirement]
                                + zone in (a): zone=a [labels.selector.requirement]
                            - nodeSelectorTerms[1]: the term does not match [nodeAffinity.term]
                              - metadata.name=n2: metadata.name=n1 [nodeAffinity.fields]
                        """);
        assertThat(RequiredNodeAffinity.of(Map.of("zone", "b"), null)
                        .explain(NODE)
                        .explain())
                .isEqualTo("node selector: zone=b is not met: zone=a");
    }
}
