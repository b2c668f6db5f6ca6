package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.scheduling.Framework;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.SchedulerController;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.SchedulingCycle;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whole clusters filled from empty: {@code java -cp benchmarks.jar
 * io.kubelayers.examples.benchmarks.SchedulingScenarios [live|fit|pack|million]}. Wants {@code -Xmx4g}, the million
 * {@code -Xmx16g}.
 */
public final class SchedulingScenarios {
    private final SchedulingWorkload workload = SchedulingWorkload.named("Basic");
    private final PrintStream out;

    private SchedulingScenarios(PrintStream out) {
        this.out = out;
    }

    /** Runs the named scenarios, or all. */
    public static void main(String[] names) {
        var scenarios = new SchedulingScenarios(System.out);
        for (var name : names.length == 0 ? new String[] {"live", "fit", "pack", "million"} : names) {
            switch (name) {
                case "live" -> scenarios.live(5_000, 150_000);
                case "fit" -> scenarios.fit(5_000, 150_000);
                case "pack" -> scenarios.pack(8_000);
                case "million" -> scenarios.engine(50_000, 1_000_000);
                default -> throw new IllegalArgumentException("no scenario is named " + name);
            }
        }
    }

    /** Through the API server in process: created, scheduled, bound, with conditions and events. */
    private void live(int nodes, int pods) {
        long begun = System.nanoTime();
        try (var cluster = Cluster.builder()
                .withoutNodeAgent()
                .controller(SchedulerController.controller())
                .start()) {
            SchedulingWorkload.nodes(nodes).forEach(cluster.client()::create);
            for (int i = 0; i < pods; i++) {
                cluster.client().create(workload.pod(i));
            }
            cluster.settle();
            long bound = cluster.lister(Pod.class).list().stream()
                    .filter(pod -> pod.spec().nodeName() != null)
                    .count();
            report("live scheduler: " + bound + " pods bound on " + nodes + " nodes", begun);
        }
    }

    /** The scheduling cycle alone, each pod put on its node before the next. */
    private void engine(int nodes, int pods) {
        var cycle = new SchedulingCycle(Framework.of(Profile.standard()));
        var random = SeededRandom.of(7);
        long begun = System.nanoTime();
        var cluster = Snapshot.of(SchedulingWorkload.nodes(nodes), List.of());
        int start = 0;
        int placed = 0;
        for (int i = 0; i < pods; i++) {
            var attempt = cycle.run(PodInfo.of(workload.pod(i)), cluster, start, random);
            start = attempt.nextStart();
            var assumed = attempt.assumed();
            if (assumed != null) {
                cluster = cluster.with(assumed);
                placed++;
            }
        }
        report("engine: " + placed + " pods placed on " + cluster.size() + " nodes", begun);
    }

    /** How many more pods there is room for, and what stops the next. */
    private void fit(int nodes, int pods) {
        var cluster = Snapshot.of(SchedulingWorkload.nodes(nodes), List.of());
        for (int i = 0; i < pods; i++) {
            cluster = cluster.with(PodInfo.of(workload.pod(i)).on("node-" + i % nodes));
        }
        long begun = System.nanoTime();
        var capacity = Scheduling.on(cluster).capacityFor(workload.pod(pods), 100_000);
        report("fit: room for " + capacity.replicas() + " more on " + nodes + " nodes", begun);
    }

    /** The fewest nodes of two shapes. */
    private void pack(int pods) {
        var waiting = IntStream.range(0, pods).mapToObj(workload::pod).toList();
        var shapes = List.of(
                new NodeTemplate().cpu("4").memory("32Gi").build("m"),
                new NodeTemplate().cpu("16").memory("64Gi").build("xl"));
        long begun = System.nanoTime();
        var fleet = Scheduling.on(Snapshot.empty()).smallestFleet(shapes, waiting, 5_000);
        report("pack: " + pods + " pods on " + fleet.nodes() + (fleet.proven() ? ", proven" : ""), begun);
    }

    private void report(String what, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.gc();
        var runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "%-60s %.1f s, %.1f s of CPU in this process so far, heap afterwards %d MB%n",
                what,
                seconds,
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1e3,
                (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024));
    }
}
