package io.kubelayers.interfaces.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedulers of their own beside a cluster that they reach by a socket only. */
class RemoteSchedulerTest {
    private static final String CONFIGURATION =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            leaderElection: {leaseDuration: 3s, renewDeadline: 2s, retryPeriod: 200ms, resourceName: second}
            profiles: [{schedulerName: second}]
            """;

    @TempDir
    private Path folder;

    private final LiveCluster cluster = Cluster.builder()
            .layers(
                    ApplicationLayer.standard().without("scheduler"),
                    GovernanceLayer.standard(),
                    AuthenticationLayer.standard())
            .nodes(3, node -> node.cpu("4").memory("16Gi"))
            .startThreads();
    private final ApiServerHttp http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
    private RemoteClient client;

    @BeforeEach
    void connect() throws IOException {
        var file = Files.writeString(folder.resolve("config"), http.kubeconfig());
        client = RemoteClient.to(KubeconfigFile.read(file), "second-scheduler");
    }

    @AfterEach
    void close() {
        http.close();
        cluster.close();
    }

    private RemoteScheduler start(String identity) throws InterruptedException {
        return RemoteScheduler.start(client, SchedulerConfiguration.read(CONFIGURATION), identity);
    }

    private List<Pod> create(int from, int to) {
        var pods = new ArrayList<Pod>();
        for (int i = from; i < to; i++) {
            var manifest =
                    """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: p%d, namespace: default}
                    spec:
                      schedulerName: second
                      containers: [{name: c, image: i, resources: {requests: {cpu: 10m}}}]
                    """
                            .formatted(i);
            pods.add((Pod) cluster.client()
                    .create(Manifests.of("pod", manifest)
                            .objects(cluster.server().types())
                            .get(0)));
        }
        return pods;
    }

    private String nodeOf(Pod pod) {
        var node = cluster.client()
                .on(Pod.class)
                .get("default", pod.metadata().nameOrEmpty())
                .spec()
                .nodeName();
        return node == null ? "" : node;
    }

    private void awaitBound(List<Pod> pods) throws InterruptedException {
        Soon.on(cluster.store(), "pods", () -> pods.stream()
                .noneMatch(pod -> nodeOf(pod).isEmpty()));
    }

    private TreeMap<String, Integer> bindings() {
        var bindings = new TreeMap<String, Integer>();
        for (var event : cluster.client().on(Event.class).list("default")) {
            if ("Scheduled".equals(event.reason())) {
                bindings.merge(String.valueOf(event.involvedObject().name()), event.count(), Integer::sum);
            }
        }
        return bindings;
    }

    @Test
    void bindsThePodsThatNameIt() throws InterruptedException {
        try (var scheduler = start("one")) {
            var pods = create(0, 10);
            awaitBound(pods);
            assertThat(scheduler.isLeader()).isTrue();
            Soon.on(cluster.store(), "events", () -> bindings().size() == 10);
            assertThat(bindings().values()).allMatch(count -> count == 1);
        }
    }

    @Test
    void whenTheLeaderDiesAnotherTakesOverAndNoPodIsLostOrBoundTwice() throws InterruptedException {
        var first = start("one");
        try (var second = start("two")) {
            awaitBound(create(0, 5));
            assertThat(first.isLeader() != second.isLeader()).isTrue();
            var leader = first.isLeader() ? first : second;
            var other = leader == first ? second : first;
            var during = create(5, 20);
            leader.abandon();
            during.addAll(create(20, 40));
            awaitBound(during);
            assertThat(leader.isLeader()).isFalse();
            Soon.on(cluster.store(), "coordination.k8s.io/leases", other::isLeader);
            Soon.on(cluster.store(), "events", () -> bindings().size() == 40);
            assertThat(bindings().values()).allMatch(count -> count == 1);
            other.close();
        } finally {
            first.close();
        }
    }

    @Test
    void whoStopsLetsTheOtherLeadAtOnce() throws InterruptedException {
        var first = start("one");
        awaitBound(create(0, 2));
        try (var second = start("two")) {
            first.close();
            awaitBound(create(2, 4));
            assertThat(second.isLeader()).isTrue();
            assertThat(second.leader()).isEqualTo("two");
        }
    }

    /** {@code kubelayers scheduler}, which waits for the lead. */
    private Process process() throws IOException {
        var patient = CONFIGURATION.replace("leaseDuration: 3s, renewDeadline: 2s, ", "");
        var config = Files.writeString(folder.resolve("scheduler.yaml"), patient);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.kubelayers.interfaces.cli.Kubelayers",
                        "scheduler",
                        "--kubeconfig",
                        folder.resolve("config").toString(),
                        "--config",
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aProcessTakesOverAndLetsGoWhenItIsAskedToEnd() throws IOException, InterruptedException {
        var first = start("one");
        awaitBound(create(0, 1));
        var process = process();
        try {
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
                    .isEqualTo("Scheduling the pods of second, until interrupted.");
            first.close();
            awaitBound(create(1, 2));
            try (var third = start("three")) {
                assertThat(third.isLeader()).isFalse();
                process.destroy();
                awaitBound(create(2, 3));
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aClusterThatCannotBeReadSaysWhatIsInTheWay() throws InterruptedException {
        var nobody = RemoteClient.to(client.cluster().withActingAs(io.kubelayers.nucleus.access.Users.user("nobody")));
        try (var mirror = Mirror.of(nobody, List.of(Pod.class), List.of())) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> mirror.awaitSynced(Duration.ofSeconds(1)))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining(
                            "waited 1 s for a list of pods: pods is forbidden: User \"nobody\" cannot list");
        }
    }
}
