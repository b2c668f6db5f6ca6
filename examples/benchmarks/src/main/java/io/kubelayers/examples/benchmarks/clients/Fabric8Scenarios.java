package io.kubelayers.examples.benchmarks.clients;

import com.sun.management.OperatingSystemMXBean;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The same code on fabric8's client, three times in one run: on fabric8's own mock (its CRUD mode), on a cluster of all
 * layers in process, and on one over HTTP: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.clients.Fabric8Scenarios}. One thread asks. On cores that others use too, the time of
 * the processor that all threads took together says more than the time on the wall.
 */
public final class Fabric8Scenarios {
    private static final int OBJECTS = 1_000;
    private static final int ROUNDS = 4;

    private Fabric8Scenarios() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    /**
     * What a step took, in nanoseconds.
     *
     * @param wall on the clock on the wall
     * @param cpu of the processor, all threads together
     */
    private record Cost(long wall, long cpu) {
        static Cost none() {
            return new Cost(0, 0);
        }

        static Cost now() {
            var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Cost(System.nanoTime(), machine.getProcessCpuTime());
        }

        Cost since(Cost before) {
            return new Cost(wall - before.wall, cpu - before.cpu);
        }

        Cost plus(Cost other) {
            return new Cost(wall + other.wall, cpu + other.cpu);
        }

        Cost best(Cost other) {
            return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }

        String against(Cost mock) {
            return String.format(
                    Locale.ROOT,
                    "%8.1f (%.1f) cpu %8.1f (%.1f)",
                    wall / 1e6,
                    (double) mock.wall / wall,
                    cpu / 1e6,
                    (double) mock.cpu / cpu);
        }
    }

    private static void run(PrintStream out) {
        var mock = onMock();
        var inProcess = inProcess();
        var overHttp = overHttp();
        out.printf(
                "%d objects; times in ms, the best of %d rounds; in brackets: how many times as fast as the mock%n",
                OBJECTS, ROUNDS);
        mock.forEach((step, cost) -> out.printf(
                Locale.ROOT,
                "%-24s mock %8.1f cpu %8.1f | in process %s | over HTTP %s%n",
                step,
                cost.wall() / 1e6,
                cost.cpu() / 1e6,
                Objects.requireNonNull(inProcess.get(step)).against(cost),
                Objects.requireNonNull(overHttp.get(step)).against(cost)));
    }

    private static Map<String, Cost> onMock() {
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
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start();
    }

    private static Map<String, Cost> inProcess() {
        try (var cluster = cluster();
                var client = Fabric8Clients.on(cluster)) {
            return best(client);
        }
    }

    private static Map<String, Cost> overHttp() {
        try (var cluster = cluster();
                var http = ApiServerHttp.serve(
                        cluster.server(), ServeOptions.loopback().withTls(false));
                var client = Fabric8Clients.over(http)) {
            return best(client);
        }
    }

    private static Map<String, Cost> best(KubernetesClient client) {
        var best = new LinkedHashMap<String, Cost>();
        for (int round = 0; round < ROUNDS; round++) {
            round(client).forEach((step, cost) -> best.merge(step, cost, Cost::best));
        }
        var all = best.values().stream().reduce(Cost.none(), Cost::plus);
        best.put("all of it", all);
        return best;
    }

    /** What tests of operators do: make objects, look at them, choose some, change and delete them. */
    private static Map<String, Cost> round(KubernetesClient client) {
        var times = new LinkedHashMap<String, Cost>();
        var maps = client.configMaps().inNamespace("default");
        timed(times, "create each", () -> {
            for (int i = 0; i < OBJECTS; i++) {
                maps.resource(map(i)).create();
            }
        });
        timed(times, "get each", () -> {
            for (int i = 0; i < OBJECTS; i++) {
                maps.withName("map-" + i).get();
            }
        });
        timed(times, "edit each tenth", () -> {
            for (int i = 0; i < OBJECTS; i += 10) {
                maps.withName("map-" + i).edit(found -> new ConfigMapBuilder(found)
                        .addToData("edited", "yes")
                        .build());
            }
        });
        timed(times, "list 1 of 25, 100 times", () -> {
            for (int i = 0; i < 100; i++) {
                maps.withLabel("group", "g" + i % 25).list();
            }
        });
        timed(times, "delete each", () -> {
            for (int i = 0; i < OBJECTS; i++) {
                maps.withName("map-" + i).delete();
            }
        });
        return times;
    }

    private static void timed(Map<String, Cost> times, String step, Runnable work) {
        var begun = Cost.now();
        work.run();
        times.put(step, Cost.now().since(begun));
    }

    private static ConfigMap map(int i) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map-" + i)
                .addToLabels("group", "g" + i % 25)
                .endMetadata()
                .addToData("key", "value " + i)
                .build();
    }
}
