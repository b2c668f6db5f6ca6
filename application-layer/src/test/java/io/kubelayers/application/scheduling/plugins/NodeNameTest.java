package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.Status;
import org.junit.jupiter.api.Test;

class NodeNameTest {
    private final NodeName plugin = new NodeName();

    @Test
    void aPodThatNamesNoNodeMayGoAnywhere() {
        assertThat(PluginHarness.filter(plugin, APod.named("p").build(), ANode.named("n1"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void aPodThatNamesItsNodeMayGoThereOnly() {
        var pod = APod.named("p").on("n1");
        assertThat(PluginHarness.filter(plugin, pod, ANode.named("n1")).isSuccess())
                .isTrue();
        var status = PluginHarness.filter(plugin, pod, ANode.named("n2"));
        assertThat(status.reasons()).containsExactly("node(s) didn't match the requested node name");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }
}
