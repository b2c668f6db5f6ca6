package io.kubelayers.nucleus.node;

import static io.kubelayers.nucleus.node.Story.cluster;
import static io.kubelayers.nucleus.node.Story.events;
import static io.kubelayers.nucleus.node.Story.isReady;
import static io.kubelayers.nucleus.node.Story.main;
import static io.kubelayers.nucleus.node.Story.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.HttpAsk;
import io.kubelayers.nucleus.program.PortService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Probes by HTTP, TCP and gRPC are answered by whoever listens in the pod. */
class PodProbeTest {
    private static final Duration WHILE = Duration.ofSeconds(30);

    /** A pod whose container is asked whether it is ready. */
    private static void create(Cluster cluster, String container, String probe) {
        Story.create(
                cluster,
                """
                    containers:
                    - {name: app, %s, readinessProbe: {%s}}
                    """
                        .formatted(container, probe));
        cluster.settle();
    }

    private static ContainerScripts serving(PortService service) {
        return ContainerScripts.none().on("app", ContainerScript.standard().serves(8080, service));
    }

    private static ContainerScripts answering(int status) {
        return serving(PortService.http(ask -> HttpAnswer.text(status, "it is " + status)));
    }

    private static List<String> unhealthy(Cluster cluster) {
        return events(cluster).stream()
                .filter(event -> event.startsWith("Unhealthy") || event.startsWith("ProbeWarning"))
                .toList();
    }

    @ParameterizedTest(name = "{0}: ready {1}, {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "200, true, -",
                "204, true, -",
                "302, true, 'ProbeWarning: Readiness probe warning: Probe terminated redirects, Response body: it is 302'",
                "400, false, Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 400",
                "500, false, Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 500",
            })
    void aStatusFrom200To399IsGood(int status, boolean ready, String event) {
        try (var cluster = cluster(answering(status))) {
            create(cluster, "image: app", "httpGet: {path: /healthz, port: 8080}");
            cluster.advance(WHILE);
            assertThat(isReady(cluster)).isEqualTo(ready);
            assertThat(unhealthy(cluster)).isEqualTo(event == null ? List.of() : List.of(event));
        }
    }

    @Test
    void theAnswersOfAServiceAreAskedForWithEveryPeriod() {
        var status = new AtomicInteger(503);
        try (var cluster = cluster(serving(PortService.http(ask -> HttpAnswer.text(status.get(), ""))))) {
            create(cluster, "image: app", "httpGet: {port: 8080}, periodSeconds: 5, failureThreshold: 2");
            cluster.advance(WHILE);
            assertThat(isReady(cluster)).isFalse();
            status.set(200);
            cluster.advance(Duration.ofSeconds(5));
            assertThat(isReady(cluster)).isTrue();
            status.set(500);
            cluster.advance(Duration.ofSeconds(5));
            assertThat(isReady(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(5));
            assertThat(isReady(cluster)).isFalse();
        }
    }

    @Test
    void theRequestIsThatOfTheKubelet() {
        var asks = new ArrayList<HttpAsk>();
        var service = PortService.http(ask -> {
            asks.add(ask);
            return ask.path().equals("/old")
                    ? new HttpAnswer(301, Map.of("Location", "/new"), new byte[0])
                    : HttpAnswer.text(200, "");
        });
        try (var cluster = cluster(serving(service))) {
            create(
                    cluster,
                    "image: app, ports: [{name: web, containerPort: 8080}]",
                    "httpGet: {path: '/old?a=b', port: web, httpHeaders: [{name: X-Who, value: me}]}");
            assertThat(isReady(cluster)).isTrue();
            assertThat(asks).extracting(HttpAsk::target).containsExactly("/old?a=b", "/new");
            assertThat(asks.get(0).method()).isEqualTo("GET");
            assertThat(asks.get(0).header("user-agent")).isEqualTo("kube-probe/1.35");
            assertThat(asks.get(0).header("host")).isEqualTo("10.244.0.2:8080");
            assertThat(asks.get(0).header("x-who")).isEqualTo("me");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "httpGet: {path: /x, port: 81}"
                        + "| Get \"http://10.244.0.2:81/x\": dial tcp 10.244.0.2:81: connect: connection refused",
                "httpGet: {port: 8080, scheme: HTTPS}"
                        + "| Get \"https://10.244.0.2:8080/\": http: server gave HTTP response to HTTPS client",
                "tcpSocket: {port: 81} | dial tcp 10.244.0.2:81: connect: connection refused",
                "grpc: {port: 81} | timeout: failed to connect service \"10.244.0.2:81\" within 1s: context deadline"
                        + " exceeded",
            })
    void whatNobodyListensForIsRefused(String probe, String message) {
        try (var cluster = cluster(answering(200))) {
            create(cluster, "image: app", probe);
            cluster.advance(WHILE);
            assertThat(isReady(cluster)).isFalse();
            assertThat(unhealthy(cluster)).containsExactly("Unhealthy: Readiness probe failed: " + message);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "image: app | tcpSocket: {port: 8080}",
                "image: app | grpc: {port: 8080}",
                "image: other | httpGet: {path: /x, port: 81}",
                "image: other | tcpSocket: {port: 81}",
                "image: app | httpGet: {port: 81, host: example.com}",
                "'image: nginx, args: [nginx, -c, my.conf]' | httpGet: {path: /healthz, port: 80}",
                "image: bitnami/nginx | httpGet: {port: 8080}",
            })
    void whereSomebodyListensOrNothingIsKnownAllIsWell(String container, String probe) {
        try (var cluster = cluster(answering(200))) {
            create(cluster, container, probe);
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void aPortWithoutANameIsNoAnswerAtAll() {
        try (var cluster = cluster(answering(200))) {
            create(cluster, "image: app", "httpGet: {port: web}");
            cluster.advance(WHILE);
            assertThat(isReady(cluster)).isFalse();
            assertThat(unhealthy(cluster))
                    .containsExactly("Unhealthy: Readiness probe errored and resulted in unknown state:"
                            + " strconv.Atoi: parsing \"web\": invalid syntax");
        }
    }

    @Test
    void nginxShowsItsPagesToProbesTooAndCostsNothingWhileNobodyChangesThem() {
        var runtime = new AtomicReference<ContainerRuntime>();
        try (var cluster = clusterWith(runtime)) {
            create(cluster, "image: nginx", "httpGet: {path: /, port: 80}");
            assertThat(isReady(cluster)).isTrue();
            assertThat(cluster.driver().nextDue())
                    .as("nothing but the events is looked at again")
                    .hasValueSatisfying(due -> assertThat(due).isEqualTo("2026-01-01T01:00:00Z"));

            cluster.advance(Duration.ofSeconds(3));
            exec(runtime, cluster, "rm", "/usr/share/nginx/html/index.html");
            cluster.advance(Duration.ofSeconds(26));
            assertThat(isReady(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).as("asked at 10, 20 and 30 s").isFalse();
            assertThat(unhealthy(cluster))
                    .containsExactly("Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 404");

            exec(runtime, cluster, "sh", "-c", "echo back > /usr/share/nginx/html/index.html");
            cluster.advance(Duration.ofSeconds(10));
            assertThat(isReady(cluster)).isTrue();
        }
    }

    @Test
    void pagesThatComeFromAConfigMapChangeWithIt() {
        try (var cluster = cluster(ContainerScripts.none())) {
            var pages = ConfigMapBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder()
                            .namespace("default")
                            .name("pages")
                            .build());
            cluster.apply(pages.data(Map.of("index.html", "hello")).build());
            cluster.apply(
                    Manifests.of(
                            "pod",
                            """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: web}
                    spec:
                      nodeName: node-1
                      containers:
                      - name: app
                        image: nginx:1.27
                        readinessProbe: {httpGet: {port: 80}, periodSeconds: 10, failureThreshold: 1}
                        volumeMounts: [{name: pages, mountPath: /usr/share/nginx/html}]
                      volumes: [{name: pages, configMap: {name: pages}}]
                    """));
            cluster.advance(Duration.ofHours(1));
            assertThat(isReady(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(4));
            cluster.apply(pages.data(Map.of("about.html", "me")).build());
            cluster.advance(Duration.ofSeconds(5));
            assertThat(isReady(cluster)).isTrue();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).as("with the next probe").isFalse();
        }
    }

    private static Cluster clusterWith(AtomicReference<ContainerRuntime> runtime) {
        var agent = NodeAgent.simulated(ContainerScripts.none()).runtime(context -> {
            runtime.set(new SimulatedRuntime(
                    context.memory(),
                    ContainerScripts.none(),
                    context.runtime().clock(),
                    new ApiSurroundings(context.informers()),
                    context.signals()::ask));
            return runtime.get();
        });
        return Cluster.builder().nodeAgent(agent).nodes(1, node -> node).start();
    }

    private static void exec(AtomicReference<ContainerRuntime> runtime, Cluster cluster, String... command) {
        var pod = pod(cluster);
        var process = runtime.get().streams().exec(pod, pod.spec().containers().get(0), List.of(command), false);
        while (process.poll().isPresent()) {
            // what it writes does not matter
        }
        assertThat(process.exit())
                .hasValueSatisfying(exit -> assertThat(exit.code()).isZero());
    }

    @Test
    void aFailureThatStaysIsToldOfEverMoreSeldom() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "image: nginx", "tcpSocket: {port: 8080}, periodSeconds: 10");
            cluster.advance(Duration.ofHours(3));
            assertThat(cluster.lister(Event.class).list("default"))
                    .filteredOn(event -> event.reason().equals("Unhealthy"))
                    .as("it has not expired")
                    .hasSize(1)
                    .allSatisfy(event -> assertThat(event.count()).isBetween(30, 50));
        }
    }

    @Test
    void aMainProcessThatIsSimulatedListensWhereItDoesAndNowhereElse() {
        var command =
                "image: busybox, command: [sh, -c, 'sleep 7; while true; do printf \"HTTP/1.1 200 OK\\n\\nhi\" | nc -l"
                        + " -p 8080; done']";
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, command, "httpGet: {port: 8080}, periodSeconds: 2");
            cluster.advance(Duration.ofSeconds(7));
            assertThat(isReady(cluster)).isFalse();
            assertThat(unhealthy(cluster))
                    .containsExactly("Unhealthy: Readiness probe failed: Get \"http://10.244.0.2:8080/\": dial tcp"
                            + " 10.244.0.2:8080: connect: connection refused");
            cluster.advance(Duration.ofSeconds(1));
            assertThat(isReady(cluster)).isTrue();
        }
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "image: busybox, command: [sleep, '3600']", "tcpSocket: {port: 8080}");
            assertThat(isReady(cluster)).isFalse();
        }
    }

    @Test
    @Timeout(60)
    void aProgramThatNeverStopsWritingIsReadToALimit() {
        var endless =
                "image: busybox, command: [sh, -c, '(printf \"HTTP/1.1 200 OK\\nX: \"; while true; do printf y; done)"
                        + " | nc -l -p 8080']";
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, endless, "httpGet: {port: 8080}");
            assertThat(unhealthy(cluster))
                    .containsExactly("Unhealthy: Readiness probe failed: Get \"http://10.244.0.2:8080/\":"
                            + " net/http: server response headers exceeded 65536 bytes; aborted");
        }
    }

    @Test
    void aProgramThatIsNoServerBreaksTheConnection() {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, "image: busybox, command: [sh, -c, 'echo hello | nc -l -p 8080']", "httpGet: {port: 8080}");
            assertThat(unhealthy(cluster))
                    .containsExactly("Unhealthy: Readiness probe failed: Get \"http://10.244.0.2:8080/\": net/http:"
                            + " HTTP/1.x transport connection broken: malformed HTTP response \"hello\"");
        }
    }

    @Test
    void aCommandFindsTheFilesThatTheMainProcessHasMadeByThen() {
        var runtime = new AtomicReference<ContainerRuntime>();
        try (var cluster = clusterWith(runtime)) {
            var command = "image: busybox, command: [sh, -c, 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep"
                    + " 600'], livenessProbe: {exec: {command: [cat, /tmp/healthy]}, initialDelaySeconds: 5,"
                    + " periodSeconds: 5}";
            create(cluster, command, "exec: {command: ['true']}");
            assertThat(isReady(cluster)).isTrue();
            exec(runtime, cluster, "test", "-e", "/tmp/healthy");

            cluster.advance(Duration.ofSeconds(39));
            assertThat(unhealthy(cluster))
                    .containsExactly(
                            "Unhealthy: Liveness probe failed: cat: can't open '/tmp/healthy': No such file or directory\n");
            assertThat(main(cluster).restartCount()).isZero();
            cluster.advance(Duration.ofSeconds(1));
            assertThat(main(cluster).restartCount())
                    .as("failed at 30, 35 and 40 s")
                    .isEqualTo(1);
            assertThat(events(cluster)).contains("Killing: Container app failed liveness probe, will be restarted");
            exec(runtime, cluster, "test", "-e", "/tmp/healthy");
            cluster.advance(Duration.ofSeconds(50));
            assertThat(main(cluster).restartCount())
                    .as("and so on, with a growing delay")
                    .isEqualTo(2);
        }
    }

    private record CommandCase(String container, String probe, @Nullable String failure) {}

    static List<CommandCase> commands() {
        var sleeper = "image: busybox, command: [sleep, '3600']";
        return List.of(
                new CommandCase(sleeper, "exec: {command: ['true']}", null),
                new CommandCase(sleeper, "exec: {command: [sh, -c, 'echo bad; exit 2']}", "bad\n"),
                new CommandCase(
                        sleeper, "exec: {command: [sleep, '2']}", "command timed out: \"sleep 2\" timed out after 1s"),
                new CommandCase(sleeper, "exec: {command: [sleep, '2']}, timeoutSeconds: 3", null),
                new CommandCase(sleeper, "exec: {command: [pg_isready, -q]}", null),
                new CommandCase("image: postgres", "exec: {command: [cat, /var/lib/ready]}", null));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsRunWhereItIsKnownWhatItFinds(CommandCase row) {
        try (var cluster = cluster(ContainerScripts.none())) {
            create(cluster, row.container(), row.probe());
            assertThat(isReady(cluster)).isEqualTo(row.failure() == null);
            assertThat(unhealthy(cluster))
                    .isEqualTo(
                            row.failure() == null
                                    ? List.of()
                                    : List.of("Unhealthy: Readiness probe failed: " + row.failure()));
            if (row.failure() == null) {
                assertThat(cluster.driver().nextDue())
                        .as("nothing is looked at before the container ends, or its events do")
                        .hasValueSatisfying(due -> assertThat(due).isEqualTo("2026-01-01T01:00:00Z"));
            }
        }
    }

    @Test
    void aScriptHasTheLastWord() {
        try (var cluster = cluster(answering(500))) {
            create(cluster, "image: nginx", "httpGet: {port: 8080}");
            assertThat(isReady(cluster)).isFalse();
        }
        var scripts = ContainerScripts.none().lines(List.of("nginx readiness=pass@0s"));
        try (var cluster = cluster(scripts)) {
            create(cluster, "image: nginx", "httpGet: {port: 8080}");
            assertThat(isReady(cluster)).isTrue();
            assertThat(main(cluster).started()).isTrue();
        }
    }
}
