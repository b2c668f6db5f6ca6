package io.kubelayers.examples.benchmarks.clients;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The same code on fabric8's client, three times in one run: on fabric8's own mock (its CRUD mode), on a cluster of all
 * layers in process, and on one over HTTP: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.clients.Fabric8Scenarios ROUNDS PODS}. One thread asks. On cores that others use too, the time of
 * the processor that all threads took together says more than the time on the wall.
 *
 * <p>In process all happens on the thread that asks, so that what the client itself takes can be told from what the server
 * takes. The client's own share is a bound: a server that took no time at all would be no more times as fast as the mock
 * than the last column says.
 */
public final class Fabric8Scenarios {
    private static final int PODS = 3_000;
    private static final int ROUNDS = 8;

    private final int rounds;
    private final int pods;
    private final PrintStream out;

    private Fabric8Scenarios(int rounds, int pods, PrintStream out) {
        this.rounds = rounds;
        this.pods = pods;
        this.out = out;
    }

    /** Runs with each server in turn, as many rounds as told or eight, with as many pods as told or 3,000. */
    public static void main(String[] arguments) {
        new Fabric8Scenarios(told(arguments, 0, ROUNDS), told(arguments, 1, PODS), System.out).run();
    }

    private static int told(String[] arguments, int place, int otherwise) {
        return place < arguments.length ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private void run() {
        var mock = onMock();
        var inProcess = inProcess();
        var overHttp = overHttp();
        out.printf(
                Locale.ROOT,
                "%,d pods; µs each, the best of %d rounds; in brackets: how many times as fast as the mock%n",
                pods,
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
        try (var mock = new Mock();
                var client = mock.client()) {
            return best(client, new ServerTime());
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
            new Round(client, time, pods).costs().forEach((step, cost) -> best.merge(step, cost, Cost::best));
        }
        return best;
    }
}
