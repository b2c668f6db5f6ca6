package io.kubelayers.examples.benchmarks;

import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Quantities and selectors, with the inputs that upstream's own micro-benchmarks use. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ValueBenchmark {
    private final Selector selector = Selector.parse("app=web,tier in (frontend,backend),!canary");
    private final Map<String, String> labels = new TreeMap<>(
            Map.of("app", "web", "tier", "frontend", "team", "payments", "pod-template-hash", "5d4f8c7b9"));
    // not final: the compiler must not know them
    private String milliCpu = "100m";
    private String gibibyte = "1Gi";
    private final Quantity left = Quantity.parse("100m");
    private final Quantity right = Quantity.parse("250m");

    @Benchmark
    public Quantity parseMilliCpu() {
        return Quantity.parse(milliCpu);
    }

    @Benchmark
    public Quantity parseGibibyte() {
        return Quantity.parse(gibibyte);
    }

    @Benchmark
    public Quantity addQuantities() {
        return left.add(right);
    }

    @Benchmark
    public boolean matchSelector() {
        return selector.matches(labels);
    }
}
