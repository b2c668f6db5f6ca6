package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a question about a cluster that might be costs: 5,000 nodes with 30 pods each, and 100 of them for explanations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WhatIfBenchmark {
    private static final int NODES = 5000;
    private static final int PODS_EACH = 30;

    private final SchedulingWorkload pods = SchedulingWorkload.named("Basic");
    private final Pod asking = pods.pod(NODES * PODS_EACH);
    private final PodInfo[] coming = new PodInfo[4096];
    private int next;
    private Scheduling large = Scheduling.on(Snapshot.empty());
    private Scheduling small = Scheduling.on(Snapshot.empty());

    @Setup
    public void setUp() {
        large = Scheduling.on(filled(NODES));
        small = Scheduling.on(filled(100));
        for (int i = 0; i < coming.length; i++) {
            coming[i] = PodInfo.of(pods.pod(NODES * PODS_EACH + i)).on("node-" + i * 7919 % NODES);
        }
    }

    private Snapshot filled(int nodes) {
        var snapshot = Snapshot.of(SchedulingWorkload.nodes(nodes), List.of());
        for (int i = 0; i < nodes * PODS_EACH; i++) {
            snapshot = snapshot.with(PodInfo.of(pods.pod(i)).on("node-" + i % nodes));
        }
        return snapshot;
    }

    /** A fork of the cluster with a node cordoned. */
    @Benchmark
    public Scheduling fork() {
        return large.whatIf(cluster -> cluster.cordon("node-1234"));
    }

    /** A pod comes to a node, each time another to another. */
    @Benchmark
    public Snapshot update() {
        return large.snapshot().with(coming[next++ & coming.length - 1]);
    }

    /** One placement on 100 nodes with every rejection, all scores and the text. */
    @Benchmark
    public String explain() {
        return small.inDetail().place(asking).explain();
    }
}
