package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.scheduling.Attempt;
import io.kubelayers.application.scheduling.Framework;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.SchedulingCycle;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pods placed a second: one scheduling cycle after the other, the pod put on its node before the next. From an empty cluster, and
 * again from an empty one when so many pods are there as nodes or 2,000. All nodes are alike but for name and zone, one of three.
 * With several threads ({@code -t 2}) each has a scheduler and a cluster of its own: decisions of one scheduler follow from each other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SchedulingBenchmark {
    @Param({
        "Basic",
        "NodeAffinity",
        "PodAntiAffinity",
        "PodAffinity",
        "PreferredPodAffinity",
        "TopologySpread",
        "PreferredTopologySpread",
        "Unschedulable"
    })
    public String workload = "Basic";

    @Param({"5000"})
    public int nodes;

    /** 0 for upstream's default, which looks for fewer nodes the more there are. */
    @Param({"0", "100"})
    public int percentage;

    private final List<PodInfo> pods = new ArrayList<>();
    private final RandomGenerator random = SeededRandom.of(7);
    private Snapshot empty = Snapshot.empty();
    private Snapshot cluster = Snapshot.empty();
    private SchedulingCycle cycle = new SchedulingCycle(Framework.of(Profile.standard()));
    private int next;
    private int start;

    @Setup
    public void setUp() {
        empty = Snapshot.of(SchedulingWorkload.nodes(nodes), List.of());
        var pod = SchedulingWorkload.named(workload);
        cluster = empty;
        int most = nodes == 500 ? 1000 : 2000;
        for (int i = 0; i < (workload.equals("PodAntiAffinity") ? Math.min(most, nodes * 8 / 10) : most); i++) {
            pods.add(PodInfo.of(pod.pod(i)));
        }
        cycle = new SchedulingCycle(Framework.of(
                Profile.standard().edit().percentageOfNodesToScore(percentage).build()));
    }

    @Benchmark
    public Attempt place() {
        if (next == pods.size()) {
            next = 0;
            cluster = empty;
        }
        var attempt = cycle.run(pods.get(next++), cluster, start, random);
        start = attempt.nextStart();
        var assumed = attempt.assumed();
        if (assumed != null) {
            cluster = cluster.with(assumed);
        }
        return attempt;
    }
}
