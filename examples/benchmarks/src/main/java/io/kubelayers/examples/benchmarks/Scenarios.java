package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.governance.metrics.UsageRule;
import io.kubelayers.interfaces.tour.Tour;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirementsBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.value.Quantity;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whole scenarios, measured once each after a warm-up: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.Scenarios [start|creates|fork|heap|day]}. Wants {@code -Xmx4g}.
 */
public final class Scenarios {
    private static final int PODS = 150_000;
    private static final int NODES = 5_000;

    private final PrintStream out;

    private Scenarios(PrintStream out) {
        this.out = out;
    }

    /** Runs the named scenarios, or all. */
    public static void main(String[] names) {
        var scenarios = new Scenarios(System.out);
        for (var name : names.length == 0 ? new String[] {"start", "creates", "fork", "heap", "day"} : names) {
            switch (name) {
                case "start" -> scenarios.start();
                case "creates" -> scenarios.creates();
                case "fork" -> scenarios.fork();
                case "heap" -> scenarios.heap();
                case "day" -> scenarios.day();
                default -> throw new IllegalArgumentException("no scenario is named " + name);
            }
        }
    }

    /** From nothing to the first answer: cold, the first cluster of the JVM; warm, the best of the next twenty. */
    private void start() {
        report("cluster start to first answer, first in this JVM", startOnce(), "ms");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            best = Math.min(best, startOnce());
        }
        report("cluster start to first answer, warm", best, "ms");
    }

    private static double startOnce() {
        long begun = System.nanoTime();
        try (var cluster = allLayers()) {
            cluster.client().on(Namespace.class).get("", "default");
            return millis(begun);
        }
    }

    private static Cluster allLayers() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start();
    }

    /**
     * Creates through the API server in process: authorized, defaulted, admitted, validated, stored. In several clusters one
     * after another, as the JIT compiler takes longer to warm up than one takes to fill.
     */
    private void creates() {
        int count = 60_000;
        double best = 0;
        for (int i = 0; i < 8; i++) {
            try (var cluster = Cluster.builder().start()) {
                var pods = pods(0, count);
                long begun = System.nanoTime();
                for (var pod : pods) {
                    cluster.client().create(pod);
                }
                best = Math.max(best, count / (millis(begun) / 1000));
            }
        }
        report("creates through the API server", best, "pods/s");
    }

    private static void createPods(Client client, int from, int count) {
        pods(from, count).forEach(client::create);
    }

    private static List<Pod> pods(int from, int count) {
        var spec = spec();
        return IntStream.range(from, from + count)
                .mapToObj(number -> pod("default", number, spec))
                .toList();
    }

    /** A fork of a store as large as the largest clusters that upstream supports. */
    private void fork() {
        var store = filled();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 1_000; i++) {
            long begun = System.nanoTime();
            store.fork();
            best = Math.min(best, millis(begun));
        }
        report("fork of a store of " + NODES + " nodes and " + PODS + " pods", best, "ms");
        forkOfACluster();
    }

    private void forkOfACluster() {
        try (var cluster = allLayers()) {
            createPods(cluster.client(), 0, 10_000);
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 200; i++) {
                long begun = System.nanoTime();
                cluster.fork();
                best = Math.min(best, millis(begun));
            }
            report("fork of a whole cluster, controllers included", best, "ms");
        }
    }

    /** Heap that a stored pod takes, template shared as by one ReplicaSet. */
    private void heap() {
        long before = used();
        var store = filled();
        report("heap per stored pod", (used() - before) / (double) PODS, "bytes");
        report("revision", store.revision(), "");
    }

    /** A day of the shop in virtual time: its autoscalers look every 15 seconds, at a load that comes and goes. */
    private void day() {
        day("first in this JVM");
        day("warm");
    }

    private void day(String which) {
        var load = UsageModel.of(UsageRule.pods("shop", new LabelSelector(Map.of(), List.of()))
                .shared("cpu", UsageCurve.day(0.5, 6.0, LocalTime.of(15, 0))));
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard().metrics(load, MetricCatalog.EMPTY))
                .nodes(5, node -> node.cpu("8").memory("32Gi"))
                .start()) {
            cluster.apply(Manifests.resource(Tour.class, "shop.yaml"));
            cluster.settle();
            long begun = System.nanoTime();
            cluster.advance(Duration.ofHours(24));
            report("24 hours of the shop with its autoscalers, " + which, millis(begun) / 1000, "s");
            report("  reconciliations so far", cluster.driver().steps(), "");
        }
    }

    private static MemoryStore filled() {
        var store = MemoryStore.empty();
        for (int i = 0; i < NODES; i++) {
            store.create(Key.clusterWide("nodes", "node-" + i), node(i));
        }
        var spec = spec();
        for (int i = 0; i < PODS; i++) {
            var namespace = "ns-" + i % 50;
            store.create(Key.namespaced("pods", namespace, "pod-" + i), pod(namespace, i, spec));
        }
        return store;
    }

    private static io.kubelayers.nucleus.core.Node node(int number) {
        return new io.kubelayers.nucleus.cluster.NodeTemplate().build("node-" + number);
    }

    private static Pod pod(String namespace, int number, PodSpec spec) {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("pod-" + number)
                        .namespace(namespace)
                        .uid("5f1a7a0e-8a8b-4a59-9c55-" + String.format(Locale.ROOT, "%012d", number))
                        .labels(Map.of("app", "web", "pod-template-hash", "5d4f8c7b9"))
                        .build())
                .spec(spec.withNodeName(number % 2 == 0 ? null : "node-" + number % NODES))
                .build();
    }

    private static PodSpec spec() {
        List<Container> containers = new ArrayList<>();
        containers.add(ContainerBuilder.builder()
                .name("web")
                .image("registry.example.com/web:1.2.3")
                .resources(ResourceRequirementsBuilder.builder()
                        .requests(Map.of("cpu", Quantity.parse("100m"), "memory", Quantity.parse("256Mi")))
                        .build())
                .build());
        return PodSpecBuilder.builder().containers(containers).build();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private void report(String what, double figure, String unit) {
        out.printf(Locale.ROOT, "%-60s %,.3f %s%n", what, figure, unit);
    }
}
