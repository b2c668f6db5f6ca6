package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the real kubectl does with running containers. Skipped where there is no kubectl. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlStreamTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}}
            spec:
              containers:
              - {name: app, image: "web:1"}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: pair, labels: {app: web}}
            spec:
              containers:
              - {name: app, image: "web:1"}
              - {name: side, image: "crash:1"}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: done
              annotations: {kubelayers.io/logs: "one\\ntwo"}
            spec:
              restartPolicy: Never
              containers:
              - {name: app, image: "busybox:1"}
            """;

    private static final String BEHIND =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: behind}
            spec:
              selector: {matchLabels: {app: behind}}
              template:
                metadata: {labels: {app: behind}}
                spec: {containers: [{name: app, image: "web:1", ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: behind}
            spec: {selector: {app: behind}, ports: [{port: 80, targetPort: http}]}
            """;

    private @Nullable LiveCluster cluster;
    private @Nullable ApiServerHttp http;
    private RealClient kubectl = new RealClient(Path.of("kubectl"), Path.of("."), Map.of());

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        var program = RealClient.find("kubectl");
        assumeThat(program)
                .as("kubectl: set -Dkubectl=FILE, or put one on the path")
                .isPresent();
        var web = ContainerScript.standard()
                .logs("starting", "listening")
                .serves(8080, PortService.echo())
                .knows("fail", Program.fails(7, "no\n"))
                .knows("count", Program.answering(input -> (input.length + "\n").getBytes(StandardCharsets.UTF_8)));
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
                .nodes(1, node -> node.cpu("4").memory("16Gi"))
                .containers(ContainerScripts.none()
                        .on("web:*", web)
                        .on("crash:*", ContainerScript.standard().crashes(1).logs("boom")))
                .startThreads();
        http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
        var kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, http.kubeconfig());
        kubectl = new RealClient(program.get(), kubeconfig, Map.of());
        kubectl.fed(PODS, "apply", "-f", "-");
        kubectl.ok("wait", "--for=condition=Ready", "pod/web", "--timeout=60s");
        kubectl.ok("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/done", "--timeout=60s");
        kubectl.ok("wait", "--for=condition=Ready", "pod/pair", "--timeout=60s");
    }

    @AfterAll
    void stop() {
        if (http != null) {
            http.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void showsLogs() throws Exception {
        assertThat(kubectl.ok("logs", "web")).isEqualTo("starting\nlistening\n");
        assertThat(kubectl.ok("logs", "web", "--tail=1")).isEqualTo("listening\n");
        assertThat(kubectl.ok("logs", "done")).isEqualTo("one\ntwo\n");
        assertThat(kubectl.ok("logs", "-f", "done")).isEqualTo("one\ntwo\n");
        assertThat(kubectl.ok("logs", "pair", "-c", "side", "-p")).isEqualTo("boom\n");
        assertThat(kubectl.ok("logs", "pair", "--all-containers")).contains("listening", "boom");
        assertThat(kubectl.ok("logs", "-l", "app=web", "--prefix", "-c", "app"))
                .contains("[pod/web/app] starting", "[pod/pair/app] listening");
        assertThat(kubectl.run("", "logs", "web", "-p").text())
                .contains("previous terminated container \"app\" in pod \"web\" not found");
        assertThat(kubectl.run("", "logs", "web", "-c", "x").text()).contains("container x is not valid for pod web");
    }

    @Test
    void runsCommands() throws Exception {
        assertThat(kubectl.ok("exec", "web", "--", "echo", "hello", "you")).isEqualTo("hello you\n");
        assertThat(kubectl.fed("12345", "exec", "-i", "web", "--", "count")).isEqualTo("5\n");
        var failed = kubectl.run("", "exec", "web", "--", "fail");
        assertThat(failed.code()).isEqualTo(7);
        assertThat(failed.text()).contains("no\n", "command terminated with exit code 7");
        var unknown = kubectl.run("", "exec", "web", "--", "nope");
        assertThat(unknown.code()).isEqualTo(127);
        assertThat(unknown.text())
                .contains(
                        "exec: \"nope\": not simulated; commands of simulated containers are [, ash, base64, basename, bash, cat,");
        assertThat(kubectl.run("", "exec", "nobody", "--", "date").text()).contains("pods \"nobody\" not found");
    }

    @Test
    void largeInputGoesThere() throws Exception {
        assertThat(kubectl.fed("x".repeat(3_000_000), "exec", "-i", "web", "--", "count"))
                .isEqualTo("3000000\n");
        assertThat(kubectl.fed("x".repeat(1_000_000), "exec", "-i", "web", "--", "cat"))
                .hasSize(1_000_000);
    }

    @Test
    void olderClientsRunCommandsToo() throws Exception {
        var older = kubectl.with("KUBECTL_REMOTE_COMMAND_WEBSOCKETS", "false");

        assertThat(older.ok("exec", "web", "--", "echo", "hello")).isEqualTo("hello\n");
        assertThat(older.fed("x".repeat(300_000), "exec", "-i", "web", "--", "count"))
                .isEqualTo("300000\n");
        assertThat(older.run("", "exec", "web", "--", "fail").code()).isEqualTo(7);
        assertThat(older.run("", "exec", "done", "--", "date").text())
                .contains("cannot exec into a container in a completed pod");
    }

    @Test
    void forwardsPorts() throws Exception {
        for (var websockets : List.of("true", "false")) {
            try (var forward = kubectl.with("KUBECTL_PORT_FORWARD_WEBSOCKETS", websockets)
                    .start("port-forward", "pod/web", ":8080", ":81")) {
                var port = forward.awaitMatch("Forwarding from 127.0.0.1:([0-9]+) -> 8080");
                var silent = forward.awaitMatch("Forwarding from 127.0.0.1:([0-9]+) -> 81");
                for (int i = 0; i < 3; i++) {
                    assertThat(echoed(port, "ping " + i)).isEqualTo("ping " + i);
                }
                var large = "x".repeat(2_000_000);
                assertThat(echoed(port, large)).isEqualTo(large);
                assertThat(echoed(silent, "")).isEmpty();
                forward.awaitMatch("(error forwarding port 81 to pod web)");
            }
        }
    }

    @Test
    void forwardsPortsOfWhatStandsForPods() throws Exception {
        kubectl.fed(BEHIND, "apply", "-f", "-");
        kubectl.ok("rollout", "status", "deploy/behind", "--timeout=60s");
        for (var target : List.of("service/behind", "deployment/behind")) {
            var asked = target.startsWith("service") ? ":80" : ":8080";
            try (var forward = kubectl.start("port-forward", target, asked)) {
                var port = forward.awaitMatch("Forwarding from 127.0.0.1:([0-9]+) -> 8080");
                assertThat(echoed(port, "ping")).as(target).isEqualTo("ping");
            }
        }
    }

    /** A terminal's worth of typing: the shell is there for as long as somebody types. */
    @Test
    void runsShellsThatAreTalkedTo() throws Exception {
        try (var shell =
                kubectl.start("run", "-it", "--rm", "visit", "--image=busybox", "--restart=Never", "--", "sh")) {
            shell.awaitMatch("(try pressing enter)");
            shell.type("echo I am $HOSTNAME\n");
            shell.awaitMatch("(I am visit)");
            shell.type("exit\n");
            shell.awaitMatch("(pod \"visit\" deleted)");
            assertThat(shell.awaitEnd()).isZero();
        }
    }

    @Test
    void attachesToAShell() throws Exception {
        kubectl.fed(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: open}
                spec: {restartPolicy: Never, containers: [{name: c, image: busybox, command: [sh], stdin: true, stdinOnce: true}]}
                """,
                "apply",
                "-f",
                "-");
        kubectl.ok("wait", "--for=condition=Ready", "pod/open", "--timeout=60s");
        try (var shell = kubectl.start("attach", "-i", "open")) {
            shell.type("echo here; cd /tmp\n");
            shell.awaitMatch("(here)");
            shell.type("pwd; exit 3\n");
            shell.awaitMatch("(/tmp)");
            shell.awaitEnd();
        }
        kubectl.ok(
                "wait",
                "--for=jsonpath={.status.containerStatuses[0].state.terminated.exitCode}=3",
                "pod/open",
                "--timeout=60s");
    }

    @Test
    void proxiesTheApiAndFiles() throws Exception {
        var marker = Path.of(kubectl.file("pages/marker.txt", "a page"));
        try (var proxy = kubectl.start(
                "proxy", "--port=0", "--www=" + marker.getParent(), "--www-prefix=/pages/", "--api-prefix=/custom")) {
            var port = proxy.awaitMatch("Starting to serve on 127.0.0.1:([0-9]+)");
            assertThat(fetched(port, "/custom/api/v1/namespaces/default"))
                    .startsWith("200 ")
                    .contains("\"name\":\"default\"");
            assertThat(fetched(port, "/custom/healthz")).isEqualTo("200 ok");
            assertThat(fetched(port, "/custom/api/kubernetes")).startsWith("404 ");
            assertThat(fetched(port, "/custom/api/v1/namespaces/default/pods/web/log"))
                    .isEqualTo("200 starting\nlistening\n");
            assertThat(fetched(port, "/custom/api/v1/namespaces/default/pods/web/exec?command=date"))
                    .as("refused by kubectl itself")
                    .startsWith("403 ");
            assertThat(fetched(port, "/pages/marker.txt")).isEqualTo("200 a page");
        }
    }

    /** Code and body of a page of kubectl's proxy. */
    private static String fetched(String port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(50))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    /** What comes back from a port for what is sent there. */
    private static String echoed(String port, String text) throws Exception {
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(port))) {
            socket.setSoTimeout(60_000);
            var sending = CompletableFuture.runAsync(() -> {
                try {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var answer = new String(socket.getInputStream().readNBytes(text.length()), StandardCharsets.UTF_8);
            sending.join();
            return answer;
        }
    }
}
