package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaintTolerationTest {
    private final TaintToleration plugin = TaintToleration.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a NoSchedule taint keeps pods off,               gpu, true, NoSchedule,       node(s) had untolerated taint(s)",
        "a NoExecute taint keeps pods off,                gpu, true, NoExecute,        node(s) had untolerated taint(s)",
        "a taint without a value keeps pods off,           gpu, ,     NoSchedule,       node(s) had untolerated taint(s)",
        "a PreferNoSchedule taint keeps nobody off,       gpu, true, PreferNoSchedule, ",
    })
    void taints(String name, String key, String value, String effect, String reason) {
        var node = ANode.named("n1", n -> n.taint(key, value, effect));
        var status = PluginHarness.filter(plugin, APod.named("p").build(), node);
        assertThat(status.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(status.isSuccess()).isEqualTo(reason == null);
    }

    @Test
    void theFirstUntoleratedTaintIsToldAsADetail() {
        var node = ANode.named("n1", n -> n.taint("a", "1", "NoSchedule")
                .taint("b", "2", "NoSchedule")
                .taint("c", "3", "NoSchedule"));
        var pod = APod.named("p").toleration("a", "Exists", null, null).build();
        var status = PluginHarness.filter(plugin, pod, node);
        assertThat(status.reasons()).containsExactly("node(s) had untolerated taint(s)");
        assertThat(status.detail()).isEqualTo("b=2:NoSchedule");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }

    @Test
    void nodesWithFewerDislikedTaintsArePreferred() {
        var nodes = List.of(
                ANode.named("clean"),
                ANode.named("one", n -> n.taint("a", "1", "PreferNoSchedule")),
                ANode.named("two", n -> n.taint("a", "1", "PreferNoSchedule").taint("b", "1", "PreferNoSchedule")));
        assertThat(PluginHarness.scores(plugin, APod.named("p").build(), nodes))
                .isEqualTo(Map.of("clean", 100L, "one", 50L, "two", 0L));
        var tolerant = APod.named("p")
                .toleration("b", "Exists", null, "PreferNoSchedule")
                .build();
        assertThat(PluginHarness.scores(plugin, tolerant, nodes))
                .isEqualTo(Map.of("clean", 100L, "one", 0L, "two", 0L));
    }

    @Test
    void tolerationsOfOtherEffectsDoNotCountForPreference() {
        var nodes = List.of(ANode.named("clean"), ANode.named("one", n -> n.taint("a", "1", "PreferNoSchedule")));
        var pod = APod.named("p").toleration("a", "Exists", null, "NoSchedule").build();
        assertThat(PluginHarness.scores(plugin, pod, nodes)).isEqualTo(Map.of("clean", 100L, "one", 0L));
    }
}
