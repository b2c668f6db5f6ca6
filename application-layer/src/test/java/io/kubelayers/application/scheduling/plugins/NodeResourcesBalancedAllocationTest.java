package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeResourcesBalancedAllocationTest {
    private final NodeResourcesBalancedAllocation plugin = NodeResourcesBalancedAllocation.standard();

    @Test
    void aNodeUsedEvenlyIsPreferred() {
        var nodes = List.of(ANode.named("even"), ANode.named("skewed"));
        var pod = APod.named("p").cpu("1").memory("4Gi").build();
        var scores = PluginHarness.scores(
                plugin, pod, nodes, APod.named("a").cpu("2").on("skewed"));
        assertThat(scores).isEqualTo(Map.of("even", 100L, "skewed", 75L)); // 1 - |3/4 - 1/4| / 2
    }

    @Test
    void podsThatRequestNothingAreNotScored() {
        assertThat(PluginHarness.scores(plugin, APod.named("p").build(), List.of(ANode.named("n1"))))
                .isEmpty();
    }

    @Test
    void moreThanTwoResourcesAreComparedByTheirDeviation() {
        var three = NodeResourcesBalancedAllocation.over(
                new ResourceWeight("cpu", 1),
                new ResourceWeight("memory", 1),
                new ResourceWeight("example.com/gpu", 1));
        var node = ANode.named("n1", n -> n.resource("example.com/gpu", "4"));
        var pod = APod.named("p")
                .cpu("4")
                .memory("8Gi")
                .requests("example.com/gpu", "1")
                .build();
        // shares 1, 0.5 and 0.25: deviation 0.3118
        assertThat(PluginHarness.scores(three, pod, List.of(node))).isEqualTo(Map.of("n1", 68L));
    }
}
