package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecListener;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs, commands, input and ports of containers through fabric8's client, with and without a socket. */
@ParameterizedClass
@EnumSource(Transport.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class Fabric8StreamsTest {
    @Parameter
    private Transport transport;

    private PodResource pod;

    @BeforeEach
    void start() {
        NamespacedKubernetesClient client = RunningCluster.shared().fabric8(transport);
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("speaker")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("speaker:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        pod = client.pods().withName("speaker");
        pod.waitUntilReady(60, TimeUnit.SECONDS);
    }

    @Test
    void a_log_is_read_and_followed() throws Exception {
        assertThat(pod.getLog()).isEqualTo("ready to speak\n");
        try (var log = pod.watchLog()) {
            var lines = new BufferedReader(new InputStreamReader(log.getOutput(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("ready to speak");
        }
    }

    @Test
    void a_command_is_run() throws Exception {
        var output = new ByteArrayOutputStream();
        var ended = new CompletableFuture<Status>();
        var closed = new CompletableFuture<Integer>();
        var listener = new ExecListener() {
            @Override
            public void onExit(int code, Status status) {
                ended.complete(status);
            }

            @Override
            public void onClose(int code, String reason) {
                closed.complete(code);
            }
        };
        try (var run = pod.writingOutput(output).usingListener(listener).exec("echo", "hello")) {
            assertThat(run.exitCode().get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(output).hasToString("hello\n");
        assertThat(ended.get(60, TimeUnit.SECONDS).getStatus()).isEqualTo("Success");
        assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    @Test
    void a_failing_command_tells_its_code() throws Exception {
        try (var run = pod.writingOutput(OutputStream.nullOutputStream()).exec("false")) {
            assertThat(run.exitCode().get(60, TimeUnit.SECONDS)).isOne();
        }
    }

    @Test
    void a_command_reads_what_is_written() throws Exception {
        try (var run = pod.redirectingInput().redirectingOutput().exec("cat")) {
            run.getInput().write("twice\n".getBytes(StandardCharsets.UTF_8));
            run.getInput().flush();
            var lines = new BufferedReader(new InputStreamReader(run.getOutput(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("twice");
        }
    }

    @Test
    void a_pod_that_is_not_there_runs_nothing() {
        var nobody = RunningCluster.shared().fabric8(transport).pods().withName("nobody");
        assertThatThrownBy(() ->
                        nobody.writingOutput(OutputStream.nullOutputStream()).exec("true"))
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(404));
    }

    @Test
    void a_port_is_forwarded() throws Exception {
        try (var forward = pod.portForward(80);
                var socket = new Socket(InetAddress.getLoopbackAddress(), forward.getLocalPort())) {
            socket.getOutputStream()
                    .write("GET /the/moon HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes())
                    .asString()
                    .startsWith("HTTP/1.1 200")
                    .endsWith("you asked for /the/moon");
        }
    }
}
