package io.kubelayers.nucleus.affinity;

import static io.kubelayers.nucleus.affinity.Nodes.labels;
import static io.kubelayers.nucleus.affinity.Nodes.node;
import static io.kubelayers.nucleus.affinity.Nodes.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferredNodeAffinityTest {
    private static final Node NODE = node("n1", Map.of("zone", "a"));

    @Test
    void theWeightsOfMatchingTermsAddUp() {
        var affinity = PreferredNodeAffinity.of(List.of(
                new PreferredSchedulingTerm(5, labels(requirement("zone", "In", "a"))),
                new PreferredSchedulingTerm(7, labels(requirement("zone", "Exists"))),
                new PreferredSchedulingTerm(50, labels(requirement("gpu", "Exists")))));
        assertThat(affinity.score(NODE)).isEqualTo(12);
        assertThat(affinity.score(node("n2", Map.of()))).isZero();
        assertThat(Render.text(affinity.explain(NODE)))
                .startsWith("· preferred node affinity scores 12 [nodeAffinity.preferred]\n"
                        + "  + [0]: the term matches (weight 5) [nodeAffinity.term]\n");
    }

    @Test
    void termsWithoutWeightOrContentArePassedOver() {
        var affinity = PreferredNodeAffinity.of(List.of(
                new PreferredSchedulingTerm(0, labels(requirement("zone", "Near"))),
                new PreferredSchedulingTerm(9, NodeSelectorTerm.EMPTY)));
        assertThat(affinity.isIndifferent()).isTrue();
        assertThat(affinity.score(NODE)).isZero();
    }

    @Test
    void badTermsAreRefused() {
        assertThatThrownBy(() -> PreferredNodeAffinity.of(
                        List.of(new PreferredSchedulingTerm(1, labels(requirement("zone", "Exists", "a"))))))
                .hasMessage("[0].matchExpressions[0].values: Invalid value: [\"a\"]: values set must be empty for"
                        + " exists and does not exist");
    }
}
