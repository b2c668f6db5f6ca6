package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files and shells of containers through fabric8's client: what its copying and its exec do there. */
@ParameterizedClass
@EnumSource(Transport.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class Fabric8FilesTest {
    @Parameter
    private Transport transport;

    @TempDir
    private Path directory;

    private PodResource pod;

    @BeforeEach
    void start() {
        var client = RunningCluster.shared().fabric8(transport);
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("box")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("busybox:1")
                        .withCommand("sh", "-c", "touch /tmp/healthy; sleep 60m")
                        .withNewReadinessProbe()
                        .withNewExec()
                        .withCommand("cat", "/tmp/healthy")
                        .endExec()
                        .withPeriodSeconds(1)
                        .endReadinessProbe()
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        pod = client.pods().withName("box");
        pod.waitUntilReady(60, TimeUnit.SECONDS);
    }

    private String sh(String script) throws Exception {
        var output = new ByteArrayOutputStream();
        try (var run = pod.writingOutput(output).writingError(output).exec("sh", "-c", script)) {
            return run.exitCode().get(60, TimeUnit.SECONDS) + " " + output;
        }
    }

    @Test
    void a_shell_runs_scripts() throws Exception {
        assertThat(sh("echo 'hello world!' && exit 3")).isEqualTo("3 hello world!\n");
    }

    @Test
    void a_terminal_is_talked_to() throws Exception {
        try (var run = pod.redirectingInput().redirectingOutput().withTTY().exec("sh", "-i")) {
            run.getInput().write("whoami\n".getBytes(StandardCharsets.UTF_8));
            run.getInput().flush();
            var lines = new BufferedReader(new InputStreamReader(run.getOutput(), StandardCharsets.UTF_8));
            var line = lines.readLine();
            while (!line.equals("root")) {
                line = lines.readLine();
            }
        }
    }

    @Test
    void what_a_command_wrote_is_read() throws Exception {
        assertThat(sh("echo 'H$ll* (W&RLD}' > /msg")).isEqualTo("0 ");
        try (var file = pod.file("/msg").read()) {
            assertThat(file.readAllBytes()).asString().isEqualTo("H$ll* (W&RLD}\n");
        }
        assertThat(pod.file("/msg").copy(directory)).isTrue();
        assertThat(directory.resolve("msg")).hasContent("H$ll* (W&RLD}\n");
    }

    @Test
    void files_are_uploaded_whatever_their_names() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "I'm uploaded\n");
        for (var name : new String[] {"/tmp/plain", "/tmp/special_!@#\\$^&(.mp4", "/tmp/it's"}) {
            assertThat(pod.file(name).upload(file)).isTrue();
            try (var read = pod.file(name).read()) {
                assertThat(read.readAllBytes()).asString().isEqualTo("I'm uploaded\n");
            }
        }
    }

    @Test
    void directories_go_there_and_back() throws Exception {
        var from = Files.createDirectories(directory.resolve("from/inner"));
        Files.writeString(from.resolve("deep"), "deep");
        Files.writeString(from.getParent().resolve("a"), "a");
        assertThat(pod.dir("/tmp/up").upload(from.getParent())).isTrue();
        assertThat(sh("cat /tmp/up/a /tmp/up/inner/deep")).isEqualTo("0 adeep");
        assertThat(pod.dir("/etc").copy(directory)).isTrue();
        assertThat(directory.resolve("etc/hosts")).isRegularFile();
    }
}
