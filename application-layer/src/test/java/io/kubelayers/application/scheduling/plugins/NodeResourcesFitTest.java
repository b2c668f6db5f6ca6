package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeResourcesFitTest {
    private final NodeResourcesFit plugin = NodeResourcesFit.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "what is free is enough,              cpu,               1,    Success,                      ",
        "what is free is not enough,          cpu,               2,    Unschedulable,                Insufficient cpu",
        "the whole node would not be enough,  cpu,               5,    UnschedulableAndUnresolvable, Insufficient cpu",
        "too much memory,                     memory,            15Gi, Unschedulable,                Insufficient memory",
        "too much ephemeral storage,          ephemeral-storage, 1Ti,  UnschedulableAndUnresolvable, Insufficient ephemeral-storage",
        "a device the node has,               example.com/gpu,   1,    Success,                      ",
        "more devices than are free,          example.com/gpu,   2,    Unschedulable,                Insufficient example.com/gpu",
        "a device the node does not have,     example.com/fpga,  1,    UnschedulableAndUnresolvable, Insufficient example.com/fpga",
        "asking for none of a device,         example.com/fpga,  0,    Success,                      ",
        "huge pages the node does not have,   hugepages-2Mi,     2Mi,  UnschedulableAndUnresolvable, Insufficient hugepages-2Mi",
    })
    void onANodeOfFourCpusOfWhichThreeAreTaken(
            String name, String resource, String amount, String code, String reason) {
        var node = ANode.named("n1", n -> n.resource("example.com/gpu", "2"));
        var running = APod.named("running")
                .cpu("3")
                .memory("2Gi")
                .requests("example.com/gpu", "1")
                .on("n1");
        var pod = APod.named("p").requests(resource, amount).build();
        var status = PluginHarness.filter(plugin, pod, node, running);
        assertThat(status.code()).hasToString(code);
        assertThat(status.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void everythingThatLacksIsTold() {
        var pod = APod.named("p")
                .cpu("3")
                .memory("64Gi")
                .requests("example.com/gpu", "1")
                .build();
        var node = ANode.named("n1", n -> n.pods(1));
        var status = PluginHarness.filter(
                plugin, pod, node, APod.named("running").cpu("2").on("n1"));
        assertThat(status.reasons())
                .containsExactly(
                        "Too many pods", "Insufficient cpu", "Insufficient memory", "Insufficient example.com/gpu");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }

    @Test
    void aPodThatRequestsNothingStillTakesAPlace() {
        var node = ANode.named("n1", n -> n.pods(1));
        var status = PluginHarness.filter(
                plugin, APod.named("p").build(), node, APod.named("other").on("n1"));
        assertThat(status.reasons()).containsExactly("Too many pods");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE);
    }

    @Test
    void aRequestOfNothingFitsAnOvercommittedNode() {
        var node = ANode.named("n1", n -> n.memory("1Gi"));
        var hog = APod.named("hog").memory("2Gi").on("n1");
        assertThat(PluginHarness.filter(plugin, APod.named("p").cpu("1").build(), node, hog)
                        .isSuccess())
                .isTrue();
    }

    @Test
    void initContainersCountByTheGreatestAndSidecarsStay() {
        var init = APod.container("init", Map.of("cpu", "3"));
        var sidecar = APod.container("sidecar", Map.of("cpu", "1")).withRestartPolicy("Always");
        var node = ANode.named("n1");
        Pod withInit = APod.named("p")
                .cpu("2")
                .spec(spec -> spec.withInitContainers(List.of(init)))
                .build();
        assertThat(PluginHarness.filter(plugin, withInit, node).isSuccess()).isTrue(); // max(3, 2) of 4
        Pod withBoth = APod.named("p")
                .cpu("2")
                .spec(spec -> spec.withInitContainers(List.of(sidecar, init)))
                .build();
        assertThat(PluginHarness.filter(plugin, withBoth, node).isSuccess()).isTrue(); // max(1 + 3, 1 + 2) of 4
        Pod withOverhead = APod.named("p")
                .cpu("2")
                .spec(spec -> spec.withInitContainers(List.of(sidecar, init))
                        .withOverhead(APod.quantities(Map.of("cpu", "1m"))))
                .build();
        assertThat(PluginHarness.filter(plugin, withOverhead, node).reasons()).containsExactly("Insufficient cpu");
    }

    @Test
    void finishedPodsHoldNothingAndTerminatingOnesDo() {
        var node = ANode.named("n1");
        var pod = APod.named("p").cpu("4").build();
        var done = APod.named("done").cpu("4").status(status -> status.withPhase("Succeeded"));
        assertThat(PluginHarness.filter(plugin, pod, node, done.on("n1")).isSuccess())
                .isTrue();
        var leaving = APod.named("leaving").cpu("4").on("n1");
        var terminating = leaving.withMetadata(leaving.metadata().withDeletionTimestamp(Instant.EPOCH));
        assertThat(PluginHarness.filter(plugin, pod, node, terminating).reasons())
                .containsExactly("Insufficient cpu");
    }

    @Test
    void extendedResourcesMayBeSomebodyElsesBusiness() {
        var pod = APod.named("p").requests("example.com/gpu", "1").build();
        var byName = plugin.ignoring(Set.of("example.com/gpu"), Set.of());
        var byGroup = plugin.ignoring(Set.of(), Set.of("example.com"));
        assertThat(PluginHarness.filter(byName, pod, ANode.named("n1")).isSuccess())
                .isTrue();
        assertThat(PluginHarness.filter(byGroup, pod, ANode.named("n1")).isSuccess())
                .isTrue();
    }

    @Test
    void theEmptierNodeIsPreferred() {
        var nodes = List.of(ANode.named("busy"), ANode.named("idle"));
        var running = APod.named("running").cpu("2").memory("8Gi").on("busy");
        var pod = APod.named("p").cpu("1").memory("4Gi").build();
        assertThat(PluginHarness.scores(plugin, pod, nodes, running)).isEqualTo(Map.of("busy", 25L, "idle", 75L));
    }

    @Test
    void podsThatRequestNothingSpreadToo() {
        var nodes = List.of(ANode.named("busy"), ANode.named("idle"));
        var scores = PluginHarness.scores(
                plugin, APod.named("p").build(), nodes, APod.named("running").on("busy"));
        // counted as 100m and 200 MiB each: (95 + 97) / 2 and (97 + 98) / 2
        assertThat(scores).isEqualTo(Map.of("busy", 96L, "idle", 97L));
    }
}
