package io.kubelayers.examples.benchmarks.clients;

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
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import java.io.PrintStream;
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
 *
 * <p>In process all happens on the thread that asks, so that what the client itself takes can be told from what the server
 * takes. The client's own share is a bound: a server that took no time at all would be no more times as fast as the mock
 * than the last column says.
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

    private void run() {
        var mock = onMock();
        var inProcess = inProcess();
        var overHttp = overHttp();
        out.printf(
                Locale.ROOT,
                "%,d pods; µs each, the best of %d rounds; in brackets: how many times as fast as the mock%n",
                PODS,
                rounds);
        mock.forEach((step, cost) -> {
            var here = Objects.requireNonNull(inProcess.get(step));
            out.printf(
                    Locale.ROOT,
                    "%-26s mock %8.1f cpu %8.1f | in process %s | the client's own %8.1f (%.1f) | over HTTP %s%n",
                    step,
                    cost.wall() / 1e3,
                    cost.cpu() / 1e3,
                    here.against(cost),
                    here.client() / 1e3,
                    (double) cost.cpu() / here.client(),
                    Objects.requireNonNull(overHttp.get(step)).against(cost));
        });
    }

    private Map<String, Cost> onMock() {
        // it writes a line for each request otherwise, which would be counted
        var quiet = Logger.getLogger("io.fabric8.mockwebserver");
        quiet.setLevel(Level.OFF);
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        try (var client = server.createClient()) {
            return best(client, new ServerTime());
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
        var time = new ServerTime();
        try (var cluster = cluster();
                var client = Fabric8Clients.builder(cluster, Users.admin())
                        .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("time", time))
                        .build()) {
            return best(client, time);
        }
    }

    private Map<String, Cost> overHttp() {
        try (var cluster = cluster();
                var http = ApiServerHttp.serve(
                        cluster.server(), ServeOptions.loopback().withTls(false));
                var client = Fabric8Clients.over(http)) {
            return best(client, new ServerTime());
        }
    }

    private Map<String, Cost> best(KubernetesClient client, ServerTime time) {
        var best = new LinkedHashMap<String, Cost>();
        for (int round = 0; round < rounds; round++) {
            new Round(client, time).costs().forEach((step, cost) -> best.merge(step, cost, Cost::best));
        }
        return best;
    }

    /** What tests of operators do: make pods, look at them, choose some, change and delete them. */
    private static final class Round {
        private final ServerTime time;
        private final Map<String, Cost> costs = new LinkedHashMap<>();

        Round(KubernetesClient client, ServerTime time) {
            this.time = time;
            var begun = Cost.now(time);
            var pods = client.pods().inNamespace("default");
            each("create", PODS, i -> pods.resource(pod(i)).create());
            each("get", PODS, i -> pods.withName("pod-" + i).get());
            each("edit", PODS / 10, i -> pods.withName("pod-" + i).edit(found -> new PodBuilder(found)
                    .editMetadata()
                    .addToAnnotations("edited", "yes")
                    .endMetadata()
                    .build()));
            each("list one app's pods", 2 * APPS, i -> pods.withLabel("app", "app-" + i % APPS)
                    .list());
            each("delete", PODS, i -> pods.withName("pod-" + i).delete());
            costs.put("the whole round", Cost.now(time).since(begun));
        }

        Map<String, Cost> costs() {
            return costs;
        }

        private void each(String step, int times, IntConsumer work) {
            var begun = Cost.now(time);
            for (int i = 0; i < times; i++) {
                work.accept(i);
            }
            costs.put(step, Cost.now(time).since(begun).each(times));
        }
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
