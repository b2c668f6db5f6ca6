package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSearchTest {
    @ParameterizedTest(name = "{2} of {1} nodes at {0} %")
    @CsvSource({
        "0,   99,   99",
        "0,   100,  100",
        "0,   500,  230",
        "0,   1000, 420",
        "0,   5000, 500",
        "0,   9000, 450",
        "40,  1000, 400",
        "5,   1000, 100",
        "100, 1000, 1000",
    })
    void enough(int percentage, int nodes, int enough) {
        assertThat(NodeSearch.enough(percentage, nodes)).isEqualTo(enough);
    }

    @Test
    void theNextSearchStartsWhereTheLastOneEnded() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            nodes.add(ANode.named("n%03d".formatted(i)));
        }
        var profile = Profile.standard().edit().percentageOfNodesToScore(1).build();
        var pods = List.of(APod.named("a").build(), APod.named("b").build());
        var placements =
                Scheduling.on(nodes, List.of()).by(profile).placeAll(pods).placements();
        assertThat(looked(placements.get(0)))
                .startsWith("n000")
                .endsWith("n099")
                .hasSize(100);
        assertThat(looked(placements.get(1)))
                .startsWith("n100")
                .endsWith("n199")
                .hasSize(100);
    }

    private static List<String> looked(Placement placement) {
        return placement.nodes().stream()
                .filter(node -> node.verdict() != NodeVerdict.Verdict.NOT_EVALUATED)
                .map(NodeVerdict::node)
                .toList();
    }
}
