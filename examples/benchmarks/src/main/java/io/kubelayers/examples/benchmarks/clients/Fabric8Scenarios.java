package io.kubelayers.examples.benchmarks.clients;

import com.sun.management.OperatingSystemMXBean;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.cluster.Cluster;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The same code on fabric8's client, three times in one run: on fabric8's own mock (its CRUD mode), on a cluster of all
 * layers in process, and on one over HTTP: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.clients.Fabric8Scenarios}. One thread asks. On cores that others use too, the time of
 * the processor that all threads took together says more than the time on the wall.
 */
public final class Fabric8Scenarios {
    private static final int PODS = 3_000;
    private static final int APPS = 50;
    private static final int ROUNDS = 8;

    private final int rounds;
    private final PrintStream out;

    private Fabric8Scenarios(int rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
    }

    /** Runs with each server in turn, as many rounds as told or eight. */
    public static void main(String[] arguments) {
        new Fabric8Scenarios(arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]), System.out).run();
    }

    /**
     * What a step took, in nanoseconds.
     *
     * @param wall on the clock on the wall
     * @param cpu of the processor, all threads together
     */
    private record Cost(long wall, long cpu) {
        static Cost now() {
            var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Cost(System.nanoTime(), machine.getProcessCpuTime());
        }

        Cost since(Cost before) {
            return new Cost(wall - before.wall, cpu - before.cpu);
        }

        Cost best(Cost other) {
            return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }

        Cost each(int times) {
            return new Cost(wall / times, cpu / times);
        }

        String against(Cost mock) {
            return String.format(
                    Locale.ROOT,
                    "%8.1f (%.1f) cpu %8.1f (%.1f)",
                    wall / 1e3,
                    (double) mock.wall / wall,
                    cpu / 1e3,
                    (double) mock.cpu / cpu);
        }
    }

    private void run() {
        var mock = onMock();
        var inProcess = inProcess();
        var overHttp = overHttp();
        out.printf(
                Locale.ROOT,
                "%,d pods; µs each, the best of %d rounds; in brackets: how many times as fast as the mock%n",
                PODS,
                rounds);
        mock.forEach((step, cost) -> out.printf(
                Locale.ROOT,
                "%-26s mock %8.1f cpu %8.1f | in process %s | over HTTP %s%n",
                step,
                cost.wall() / 1e3,
                cost.cpu() / 1e3,
                Objects.requireNonNull(inProcess.get(step)).against(cost),
                Objects.requireNonNull(overHttp.get(step)).against(cost)));
    }

    private Map<String, Cost> onMock() {
        // it writes a line for each request otherwise, which would be counted
        var quiet = Logger.getLogger("io.fabric8.mockwebserver");
        quiet.setLevel(Level.OFF);
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        try (var client = server.createClient()) {
            return best(client);
        } finally {
            server.destroy();
            quiet.setLevel(null);
        }
    }

    private static Cluster cluster() {
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start();
        cluster.settle(); // pods are refused until their namespace has its service account
        return cluster;
    }

    private Map<String, Cost> inProcess() {
        try (var cluster = cluster();
                var client = Fabric8Clients.on(cluster)) {
            return best(client);
        }
    }

    private Map<String, Cost> overHttp() {
        try (var cluster = cluster();
                var http = ApiServerHttp.serve(
                        cluster.server(), ServeOptions.loopback().withTls(false));
                var client = Fabric8Clients.over(http)) {
            return best(client);
        }
    }

    private Map<String, Cost> best(KubernetesClient client) {
        var best = new LinkedHashMap<String, Cost>();
        for (int round = 0; round < rounds; round++) {
            round(client).forEach((step, cost) -> best.merge(step, cost, Cost::best));
        }
        return best;
    }

    /** What tests of operators do: make pods, look at them, choose some, change and delete them. */
    private Map<String, Cost> round(KubernetesClient client) {
        var costs = new LinkedHashMap<String, Cost>();
        var begun = Cost.now();
        var pods = client.pods().inNamespace("default");
        each(costs, "create", PODS, i -> pods.resource(pod(i)).create());
        each(costs, "get", PODS, i -> pods.withName("pod-" + i).get());
        each(costs, "edit", PODS / 10, i -> pods.withName("pod-" + i).edit(found -> new PodBuilder(found)
                .editMetadata()
                .addToAnnotations("edited", "yes")
                .endMetadata()
                .build()));
        each(costs, "list one app's pods", 2 * APPS, i -> pods.withLabel("app", "app-" + i % APPS)
                .list());
        each(costs, "delete", PODS, i -> pods.withName("pod-" + i).delete());
        costs.put("the whole round", Cost.now().since(begun));
        return costs;
    }

    private static void each(Map<String, Cost> costs, String step, int times, IntConsumer work) {
        var begun = Cost.now();
        for (int i = 0; i < times; i++) {
            work.accept(i);
        }
        costs.put(step, Cost.now().since(begun).each(times));
    }

    private static Pod pod(int i) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + i)
                .addToLabels("app", "app-" + i % APPS)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("registry.example.com/web:1.2.3")
                .endContainer()
                .endSpec()
                .build();
    }
}
