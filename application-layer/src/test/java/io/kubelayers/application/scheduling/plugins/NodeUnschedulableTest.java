package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeUnschedulableTest {
    private final NodeUnschedulable plugin = new NodeUnschedulable();

    @Test
    void anOpenNodeTakesPods() {
        assertThat(PluginHarness.filter(plugin, APod.named("p").build(), ANode.named("n1"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void aCordonedNodeTakesNone() {
        var status = PluginHarness.filter(plugin, APod.named("p").build(), ANode.cordoned("n1"));
        assertThat(status.reasons()).containsExactly("node(s) were unschedulable");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tolerating the cordon lets a pod in,     node.kubernetes.io/unschedulable, Exists, NoSchedule, true",
        "tolerating everything lets a pod in,     ,                                 Exists, ,           true",
        "tolerating another taint does not,       gpu,                              Exists, NoSchedule, false",
        "tolerating eviction alone does not,      node.kubernetes.io/unschedulable, Exists, NoExecute,  false",
    })
    void tolerations(String name, String key, String operator, String effect, boolean admitted) {
        var pod = APod.named("p").toleration(key, operator, null, effect).build();
        assertThat(PluginHarness.filter(plugin, pod, ANode.cordoned("n1")).isSuccess())
                .isEqualTo(admitted);
    }
}
