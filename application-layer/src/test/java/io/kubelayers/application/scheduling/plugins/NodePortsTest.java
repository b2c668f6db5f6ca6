package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.ContainerPort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePortsTest {
    private final NodePorts plugin = new NodePorts();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same port conflicts,                            80, TCP, ,         80, TCP, ,         true",
        "another port does not,                              80, TCP, ,         81, TCP, ,         false",
        "another protocol does not,                          80, TCP, ,         80, UDP, ,         false",
        "no protocol means TCP,                              80, ,    ,         80, TCP, ,         true",
        "the same address conflicts,                         80, TCP, 10.0.0.1, 80, TCP, 10.0.0.1, true",
        "another address does not,                           80, TCP, 10.0.0.1, 80, TCP, 10.0.0.2, false",
        "all addresses conflict with one,                    80, TCP, 0.0.0.0,  80, TCP, 10.0.0.2, true",
        "one address conflicts with all,                     80, TCP, 10.0.0.1, 80, TCP, ,         true",
    })
    void conflicts(
            String name,
            int p,
            String protocol,
            String ip,
            int q,
            String otherProtocol,
            String otherIp,
            boolean conflict) {
        var running = APod.named("running").hostPort(p, protocol, ip).on("n1");
        var wanting = APod.named("wanting").hostPort(q, otherProtocol, otherIp).build();
        var status = PluginHarness.filter(plugin, wanting, ANode.named("n1"), running);
        assertThat(status.reasons())
                .isEqualTo(
                        conflict ? List.of("node(s) didn't have free ports for the requested pod ports") : List.of());
        assertThat(status.code()).isEqualTo(conflict ? Status.Code.UNSCHEDULABLE : Status.Code.SUCCESS);
    }

    @Test
    void aPodWithoutHostPortsIsSkipped() {
        var status = PluginHarness.filter(plugin, APod.named("p").build(), ANode.named("n1"));
        assertThat(status.isSkip()).isTrue();
    }

    @Test
    void sidecarsKeepTheirPortsAndOrdinaryInitContainersDoNot() {
        var port = new ContainerPort(null, 90, 90, "TCP", null);
        var container = APod.container("init", Map.of()).withPorts(List.of(port));
        var wanting = APod.named("wanting").hostPort(90, "TCP", null).build();
        var withInit = APod.named("init").spec(spec -> spec.withInitContainers(List.of(container)));
        assertThat(PluginHarness.filter(plugin, wanting, ANode.named("n1"), withInit.on("n1"))
                        .isSuccess())
                .isTrue();
        var withSidecar = APod.named("sidecar")
                .spec(spec -> spec.withInitContainers(List.of(container.withRestartPolicy("Always"))));
        assertThat(PluginHarness.filter(plugin, wanting, ANode.named("n1"), withSidecar.on("n1"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void aPortIsFreeAgainWhenThePodIsGone() {
        var running = PodInfo.of(APod.named("running").hostPort(80, "TCP", null).on("n1"));
        var wanting = PodInfo.of(APod.named("wanting").hostPort(80, "TCP", null).build());
        var node = NodeInfo.of(ANode.named("n1")).with(running);
        assertThat(node.usedPorts().conflictWith(wanting.hostPorts())).isTrue();
        var freed = node.without(running.key());
        assertThat(freed.usedPorts().conflictWith(wanting.hostPorts())).isFalse();
        assertThat(freed.usedPorts().isEmpty()).isTrue();
    }
}
