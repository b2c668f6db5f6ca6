package io.kubelayers.interfaces.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.cli.CommandRun;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schedulers of their own beside a cluster that they reach by a socket only. All tests share the cluster; each has pods, a
 * scheduler and a lease of its own name. A lease lasts so long that a slow machine does not lose it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteSchedulerTest {
    private final LiveCluster cluster = Cluster.builder()
            .layers(
                    ApplicationLayer.standard().without("scheduler"),
                    GovernanceLayer.standard(),
                    AuthenticationLayer.standard())
            .nodes(3, node -> node.cpu("4").memory("16Gi"))
            .startThreads();
    private final ApiServerHttp http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
    private Path kubeconfig;
    private RemoteClient client;

    @BeforeAll
    void connect(@TempDir Path folder) throws IOException {
        kubeconfig = Files.writeString(folder.resolve("config"), http.kubeconfig());
        client = RemoteClient.to(KubeconfigFile.read(kubeconfig), "second-scheduler");
    }

    @AfterAll
    void close() {
        http.close();
        cluster.close();
    }

    private static String configuration(String name) {
        return """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                leaderElection: {leaseDuration: 60s, renewDeadline: 50s, retryPeriod: 100ms, resourceName: %s}
                profiles: [{schedulerName: %s}]
                """
                .formatted(name, name);
    }

    private RemoteScheduler start(String name, String identity) throws InterruptedException {
        return RemoteScheduler.start(client, SchedulerConfiguration.read(configuration(name)), identity);
    }

    /** Pods for the scheduler of this name. */
    private List<Pod> create(String name, int from, int to) {
        var pods = new ArrayList<Pod>();
        for (int i = from; i < to; i++) {
            var manifest =
                    """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s-%d, namespace: default}
                    spec:
                      schedulerName: %s
                      containers: [{name: c, image: i, resources: {requests: {cpu: 10m}}}]
                    """
                            .formatted(name, i, name);
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

    /** How often each pod of the scheduler was bound, as events tell. */
    private TreeMap<String, Integer> bindings(String name) {
        var bindings = new TreeMap<String, Integer>();
        for (var event : cluster.client().on(Event.class).list("default")) {
            var pod = String.valueOf(event.involvedObject().name());
            if ("Scheduled".equals(event.reason()) && pod.startsWith(name + "-")) {
                bindings.merge(pod, event.count(), Integer::sum);
            }
        }
        return bindings;
    }

    private void awaitLeader(String name, String identity) throws InterruptedException {
        Soon.on(cluster.store(), "coordination.k8s.io/leases", () -> cluster.client()
                .on(Lease.class)
                .find("kube-system", name)
                .filter(lease -> identity.equals(lease.spec().holderIdentity()))
                .isPresent());
    }

    @Test
    void bindsThePodsThatNameIt() throws InterruptedException {
        try (var scheduler = start("alone", "one")) {
            awaitBound(create("alone", 0, 10));
            assertThat(scheduler.isLeader()).isTrue();
            Soon.on(cluster.store(), "events", () -> bindings("alone").size() == 10);
            assertThat(bindings("alone").values()).allMatch(count -> count == 1);
        }
    }

    @Test
    void whenTheLeaderDiesAnotherTakesOverAndNoPodIsLostOrBoundTwice() throws InterruptedException {
        var first = start("mortal", "one");
        awaitLeader("mortal", "one");
        try (var second = start("mortal", "two")) {
            awaitBound(create("mortal", 0, 5));
            assertThat(second.isLeader()).isFalse();
            var during = create("mortal", 5, 20);
            first.abandon();
            during.addAll(create("mortal", 20, 40));
            assertThat(first.isLeader()).isFalse();
            change("mortal", lease -> lease.withLeaseDurationSeconds(1)); // not to wait for a minute
            awaitBound(during);
            awaitLeader("mortal", "two");
            Soon.on(cluster.store(), "events", () -> bindings("mortal").size() == 40);
            assertThat(bindings("mortal").values()).allMatch(count -> count == 1);
        } finally {
            first.close();
        }
    }

    /** Writes the lease as somebody else; those who renew it may come in between. */
    private void change(String name, UnaryOperator<Lease.Spec> change) {
        var leases = cluster.client().on(Lease.class);
        while (true) {
            var lease = leases.get("kube-system", name);
            try {
                leases.update(lease.withSpec(change.apply(lease.spec())));
                return;
            } catch (ApiException e) {
                if (!e.isConflict()) {
                    throw e;
                }
            }
        }
    }

    @Test
    void whoStopsLetsTheOtherLeadAtOnce() throws InterruptedException {
        var first = start("polite", "one");
        awaitLeader("polite", "one");
        awaitBound(create("polite", 0, 2));
        try (var second = start("polite", "two")) {
            first.close();
            awaitBound(create("polite", 2, 4));
            assertThat(second.isLeader()).isTrue();
            assertThat(second.leader()).isEqualTo("two");
        }
    }

    /** {@code kubelayers scheduler}; what it does when its process is asked to end is the matter of {@code UntilAskedTest}. */
    @Test
    void theCommandSchedulesUntilItLosesTheLead(@TempDir Path folder) throws IOException, InterruptedException {
        var config = Files.writeString(folder.resolve("scheduler.yaml"), configuration("command"));
        var run = CompletableFuture.supplyAsync(
                () -> CommandRun.of("scheduler", "--kubeconfig", kubeconfig.toString(), "--config", config.toString()));
        awaitBound(create("command", 0, 2));
        change("command", lease -> lease.withHolderIdentity("thief"));
        assertThat(run).succeedsWithin(Duration.ofSeconds(60));
        assertThat(run.join().code()).isEqualTo(1);
        assertThat(run.join().out()).startsWith("Scheduling the pods of command, until interrupted.");
        assertThat(run.join().err()).isEqualToIgnoringNewLines("error: leaderelection lost");
    }

    @Test
    void aClusterThatCannotBeReadSaysWhatIsInTheWay() throws InterruptedException {
        var nobody = RemoteClient.to(client.cluster().withActingAs(Users.user("nobody")));
        try (var mirror = Mirror.of(nobody, List.of(Pod.class), List.of())) {
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            ApiException problem;
            do {
                problem = catchThrowableOfType(ApiException.class, () -> mirror.awaitSynced(Duration.ofSeconds(1)));
            } while (!problem.getMessage().contains("forbidden") && System.nanoTime() < end);
            assertThat(problem)
                    .hasMessageContaining(
                            "waited 1 s for a list of pods: pods is forbidden: User \"nobody\" cannot list");
        }
    }
}
