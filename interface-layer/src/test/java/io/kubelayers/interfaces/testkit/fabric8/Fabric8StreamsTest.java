package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs, commands and ports of containers through fabric8's client. */
class Fabric8StreamsTest {
    private NamespacedKubernetesClient client;

    private void start(Transport transport) {
        client = RunningCluster.shared().fabric8(transport);
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("nginx:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        client.pods().withName("web").waitUntilReady(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_log_is_read(Transport transport) {
        start(transport);
        assertThat(client.pods().withName("web").getLog()).isNotNull();
    }

    @Test
    void a_command_is_run() throws Exception {
        start(Transport.HTTP);
        var output = new ByteArrayOutputStream();
        try (var run = client.pods()
                .withName("web")
                .inContainer("main")
                .writingOutput(output)
                .exec("echo", "hello")) {
            assertThat(run.exitCode().get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(output).hasToString("hello\n");
    }
}
