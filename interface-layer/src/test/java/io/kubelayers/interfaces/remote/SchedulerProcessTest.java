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
import io.kubelayers.nucleus.core.Pod;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubelayers scheduler} as a process of its own, beside a cluster and other schedulers. */
class SchedulerProcessTest {
    private static final String CONFIGURATION =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            leaderElection: {retryPeriod: 100ms, resourceName: second}
            profiles: [{schedulerName: second}]
            """;

    @TempDir
    private Path folder;

    private final LiveCluster cluster = Cluster.builder()
            .layers(
                    ApplicationLayer.standard().without("scheduler"),
                    GovernanceLayer.standard(),
                    AuthenticationLayer.standard())
            .nodes(2, node -> node.cpu("4").memory("16Gi"))
            .startThreads();
    private final ApiServerHttp http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());

    private @Nullable Process process;

    @AfterEach
    void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        http.close();
        cluster.close();
    }

    private Process start(Path kubeconfig) throws IOException {
        var config = Files.writeString(folder.resolve("scheduler.yaml"), CONFIGURATION);
        var started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.kubelayers.interfaces.cli.Kubelayers",
                        "scheduler",
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "--config",
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process = started;
        return started;
    }

    private void bind(String name) throws InterruptedException {
        var manifest =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default}
                spec: {schedulerName: second, containers: [{name: c, image: i, resources: {requests: {cpu: 10m}}}]}
                """
                        .formatted(name);
        cluster.client()
                .create(Manifests.of("pod", manifest)
                        .objects(cluster.server().types())
                        .get(0));
        Soon.on(
                cluster.store(),
                "pods",
                () -> cluster.client().on(Pod.class).get("default", name).spec().nodeName() != null);
    }

    @Test
    void aProcessTakesOverAndLetsGoWhenItIsAskedToEnd() throws Exception {
        var kubeconfig = Files.writeString(folder.resolve("config"), http.kubeconfig());
        var client = RemoteClient.to(KubeconfigFile.read(kubeconfig), "first");
        var configuration = SchedulerConfiguration.read(CONFIGURATION);
        var first = RemoteScheduler.start(client, configuration, "first");
        bind("by-the-first");
        var running = start(kubeconfig);
        assertThat(firstLine(running)).isEqualTo("Scheduling the pods of second, until interrupted.");
        first.close();
        bind("by-the-process");
        try (var third = RemoteScheduler.start(client, configuration, "third")) {
            assertThat(third.isLeader()).isFalse();
            running.destroy();
            bind("by-the-third");
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).isZero();
        }
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return out.readLine();
    }
}
