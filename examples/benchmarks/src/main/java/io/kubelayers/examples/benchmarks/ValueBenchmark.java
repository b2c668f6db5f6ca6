package io.kubelayers.examples.benchmarks;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.LabelSelectors;
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
    private String half = "0.5";
    private String selectorText = "app=web,tier in (frontend,backend),!canary";
    private final Map<String, String> otherTier =
            new TreeMap<>(Map.of("app", "web", "tier", "db", "team", "payments", "pod-template-hash", "5d4f8c7b9"));
    private final LabelSelector written = LabelSelectors.parse(selectorText);
    private final Quantity left = Quantity.parse("100m");
    private final Quantity right = Quantity.parse("250m");
    private final Quantity bytes = Quantity.parse("1Gi");
    private final Quantity moreBytes = Quantity.parse("1.5Gi");

    @Benchmark
    public Quantity parseMilliCpu() {
        return Quantity.parse(milliCpu);
    }

    @Benchmark
    public Quantity parseGibibyte() {
        return Quantity.parse(gibibyte);
    }

    @Benchmark
    public Quantity parseHalf() {
        return Quantity.parse(half);
    }

    @Benchmark
    public String parseAndPrintMilliCpu() {
        return Quantity.parse(milliCpu).toString();
    }

    @Benchmark
    public String parseAndPrintGibibyte() {
        return Quantity.parse(gibibyte).toString();
    }

    /** As {@code 500m}. */
    @Benchmark
    public String parseAndPrintHalf() {
        return Quantity.parse(half).toString();
    }

    @Benchmark
    public String printMilliCpu() {
        return Quantity.ofMilli(1500, Quantity.Format.DECIMAL_SI).toString();
    }

    @Benchmark
    public String printMebibytes() {
        return Quantity.of(1536L << 20, Quantity.Format.BINARY_SI).toString();
    }

    @Benchmark
    public Quantity addQuantities() {
        return left.add(right);
    }

    @Benchmark
    public Quantity addFractions() {
        return bytes.add(moreBytes);
    }

    @Benchmark
    public int compareQuantities() {
        return left.compareTo(right);
    }

    @Benchmark
    public int compareFractions() {
        return bytes.compareTo(moreBytes);
    }

    @Benchmark
    public boolean matchSelector() {
        return selector.matches(labels);
    }

    @Benchmark
    public boolean refuseBySelector() {
        return selector.matches(otherTier);
    }

    @Benchmark
    public Selector parseSelector() {
        return Selector.parse(selectorText);
    }

    /** From {@code matchLabels} and {@code matchExpressions}. */
    @Benchmark
    public Selector compileSelector() {
        return Selector.of(written);
    }
}
