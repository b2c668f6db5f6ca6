package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScoringStrategyTest {
    @Test
    void mostAllocatedPacks() {
        var plugin = NodeResourcesFit.scoring(ScoringStrategy.mostAllocated());
        var nodes = List.of(ANode.named("busy"), ANode.named("idle"));
        var running = APod.named("running").cpu("2").memory("8Gi").on("busy");
        var pod = APod.named("p").cpu("1").memory("4Gi").build();
        assertThat(PluginHarness.scores(plugin, pod, nodes, running)).isEqualTo(Map.of("busy", 75L, "idle", 25L));
    }

    @Test
    void aShapeOfOnesOwnSaysHowFullIsBest() {
        var halfIsBest = new UtilizationShape(List.of(
                new UtilizationShape.Point(0, 0),
                new UtilizationShape.Point(50, 10),
                new UtilizationShape.Point(100, 0)));
        var strategy = ScoringStrategy.requestedToCapacityRatio(halfIsBest).over(new ResourceWeight("cpu", 1));
        var plugin = NodeResourcesFit.scoring(strategy);
        var nodes = List.of(ANode.named("busy"), ANode.named("half"), ANode.named("idle"));
        var scores = PluginHarness.scores(
                plugin,
                APod.named("p").cpu("1").build(),
                nodes,
                APod.named("a").cpu("3").on("busy"),
                APod.named("b").cpu("1").on("half"));
        assertThat(scores).isEqualTo(Map.of("busy", 0L, "half", 100L, "idle", 50L));
    }

    @Test
    void resourcesAreWeighted() {
        var strategy =
                ScoringStrategy.leastAllocated().over(new ResourceWeight("cpu", 1), new ResourceWeight("memory", 3));
        var scores = PluginHarness.scores(
                NodeResourcesFit.scoring(strategy),
                APod.named("p").cpu("4").memory("8Gi").build(),
                List.of(ANode.named("n1")));
        assertThat(scores).isEqualTo(Map.of("n1", 37L)); // (1 * 0 + 3 * 50) / 4
    }

    @Test
    void aDeviceThatThePodDoesNotWantDoesNotCount() {
        var strategy = ScoringStrategy.mostAllocated()
                .over(new ResourceWeight("cpu", 1), new ResourceWeight("example.com/gpu", 1));
        var node = ANode.named("n1", n -> n.resource("example.com/gpu", "4"));
        var plugin = NodeResourcesFit.scoring(strategy);
        assertThat(PluginHarness.scores(plugin, APod.named("p").cpu("2").build(), List.of(node)))
                .isEqualTo(Map.of("n1", 50L));
        var wanting = APod.named("p").cpu("2").requests("example.com/gpu", "1").build();
        assertThat(PluginHarness.scores(plugin, wanting, List.of(node))).isEqualTo(Map.of("n1", 37L));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatThrownBy(() -> new ResourceWeight("cpu", 0))
                .hasMessage("resources[cpu].weight: Invalid value: 0: not in valid range [1-100]");
        assertThatThrownBy(() -> new UtilizationShape(List.of()))
                .hasMessage("shape: Required value: at least one point must be specified");
        assertThatThrownBy(() -> UtilizationShape.line(50, 1, 50, 2))
                .hasMessage("shape[1].utilization: Invalid value: 50: utilization values must be sorted in increasing"
                        + " order");
        assertThatThrownBy(() -> new UtilizationShape.Point(0, 11))
                .hasMessage("score: Invalid value: 11: not in valid range [0-10]");
    }

    @Property
    void everyFormulaStaysBetweenZeroAndAHundred(
            @ForAll @LongRange(min = 0, max = 1L << 40) long requested,
            @ForAll @LongRange(min = 0, max = 1L << 40) long allocatable,
            @ForAll @IntRange(min = 0, max = 10) int left,
            @ForAll @IntRange(min = 0, max = 10) int right) {
        var strategies = List.of(
                ScoringStrategy.leastAllocated(),
                ScoringStrategy.mostAllocated(),
                ScoringStrategy.requestedToCapacityRatio(UtilizationShape.line(0, left, 100, right)));
        for (var strategy : strategies) {
            assertThat(strategy.score(new long[] {requested, 1}, new long[] {allocatable, 2}))
                    .isBetween(0L, 100L);
        }
    }
}
