package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import io.kubernetes.client.Attach;
import io.kubernetes.client.Copy;
import io.kubernetes.client.Exec;
import io.kubernetes.client.PodLogs;
import io.kubernetes.client.PortForward;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.util.wait.Wait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs, commands, input and ports of containers through client-java, with and without a socket. */
@ParameterizedClass
@EnumSource(Transport.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ClientJavaStreamsTest {
    private static final int ATTEMPTS = 100;

    @Parameter
    private Transport transport;

    private ApiClient client;
    private CoreV1Api core;
    private String namespace;

    @BeforeEach
    void start() throws Exception {
        client = RunningCluster.shared().clientJava(transport);
        core = new CoreV1Api(client);
        namespace = RunningCluster.shared().newNamespace();
        core.createNamespacedPod(
                        namespace,
                        new V1Pod()
                                .metadata(new V1ObjectMeta().name("speaker"))
                                .spec(new V1PodSpec()
                                        .addContainersItem(
                                                new V1Container().name("main").image("speaker:1"))))
                .execute();
        assertThat(Wait.poll(Duration.ofMillis(50), Duration.ofSeconds(60), this::runs))
                .isTrue();
    }

    private boolean runs() {
        try {
            var status = core.readNamespacedPod("speaker", namespace).execute().getStatus();
            return "Running".equals(status.getPhase());
        } catch (ApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process exec(boolean input, String... command) throws Exception {
        return new Exec(client).exec(namespace, "speaker", command, input, false);
    }

    /**
     * The client gives no stream of a command that has ended before it is asked for one (WebSocketStreamHandler), and
     * simulated commands end at once.
     */
    private static byte[] inTime(Callable<byte[]> attempt) throws Exception {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return attempt.call();
            } catch (IllegalStateException ended) {
                assertThat(ended).hasMessage(null);
            }
        }
        throw new AssertionError("the command was always faster than its client");
    }

    @Test
    void a_log_is_read_and_followed() throws Exception {
        assertThat(core.readNamespacedPodLog("speaker", namespace).execute()).isEqualTo("ready to speak\n");
        try (var log = new PodLogs(client).streamNamespacedPodLog(namespace, "speaker", "main")) {
            assertThat(log.readNBytes("ready".length())).asString().isEqualTo("ready");
        }
    }

    @Test
    void a_command_is_run() throws Exception {
        var code = new AtomicInteger(-1);
        var said = inTime(() -> {
            var run = exec(false, "echo", "hello");
            var output = run.getInputStream().readAllBytes();
            code.set(run.waitFor());
            return output;
        });
        assertThat(said).asString().isEqualTo("hello\n");
        assertThat(code).hasValue(0);
    }

    @Test
    void more_than_a_message_holds() throws Exception {
        var much = "x".repeat(40_000);
        assertThat(inTime(() -> exec(false, "echo", much).getInputStream().readAllBytes()))
                .asString()
                .isEqualTo(much + "\n");
    }

    @Test
    void a_failing_command_tells_its_code() throws Exception {
        assertThat(exec(false, "false").waitFor()).isOne();
    }

    @Test
    void a_command_reads_what_is_written() throws Exception {
        var run = exec(true, "cat");
        run.getOutputStream().write("twice\n".getBytes(StandardCharsets.UTF_8));
        run.getOutputStream().flush();
        assertThat(run.getInputStream().readNBytes("twice\n".length()))
                .asString()
                .isEqualTo("twice\n");
        run.destroy();
    }

    @Test
    void a_pod_that_is_not_there_runs_nothing() {
        assertThatThrownBy(() -> new Exec(client).exec(namespace, "nobody", new String[] {"true"}, false, false))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(404);
                    assertThat(refused.getResponseBody()).contains("pods \\\"nobody\\\" not found");
                });
    }

    @Test
    void the_main_process_is_attached_to() throws Exception {
        var attached = new Attach(client).attach(namespace, "speaker", false);
        attached.close();
    }

    @Test
    void a_port_is_forwarded() throws Exception {
        var forward = new PortForward(client).forward(namespace, "speaker", List.of(7, 80));
        forward.getOutboundStream(80)
                .write("GET /the/moon HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        forward.getOutboundStream(7).write("echo".getBytes(StandardCharsets.US_ASCII));
        assertThat(forward.getInputStream(80).readNBytes("HTTP/1.1 200".length()))
                .asString()
                .isEqualTo("HTTP/1.1 200");
        assertThat(forward.getInputStream(7).readNBytes("echo".length()))
                .asString()
                .isEqualTo("echo");
        forward.getInputStream(7).close();
    }

    @Test
    void a_file_goes_there_and_back() throws Exception {
        var copy = new Copy(client);
        var greeting = "hello\n".getBytes(StandardCharsets.UTF_8);
        copy.copyFileToPod(namespace, "speaker", "main", greeting, Path.of("/tmp/greeting"));
        var copied = inTime(() -> {
            try (var back = copy.copyFileFromPod(namespace, "speaker", "main", "/tmp/greeting")) {
                return back.readAllBytes();
            }
        });
        assertThat(copied).isEqualTo(greeting);
    }
}
