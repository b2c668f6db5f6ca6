package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.patch.PatchSchema;
import io.kubelayers.nucleus.patch.StrategicMergePatch;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A typical Deployment read, written and patched, from bytes to bytes as a server does it and from tree to tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CodecBenchmark {
    private final Codec codec = Codec.of(TypeRegistry.of(ApplicationKinds.ALL));
    private final byte[] text = TypicalDeployment.JSON.getBytes(StandardCharsets.UTF_8);
    private final KubernetesObject object =
            codec.read(text, ReadOptions.ignore()).value();
    private final PatchSchema schema = PatchSchema.of(Deployment.class);
    private final Map<String, @Nullable Object> tree = tree(TypicalDeployment.JSON);
    private final Map<String, @Nullable Object> patch = tree(TypicalDeployment.PATCH);

    private static Map<String, @Nullable Object> tree(String json) {
        return Codec.readTree(json, ReadOptions.ignore());
    }

    /** To the typed object, its kind read from the text. */
    @Benchmark
    public KubernetesObject decode() {
        return codec.read(text, ReadOptions.ignore()).value();
    }

    @Benchmark
    public String encode() {
        return codec.toJson(object);
    }

    /** Text and patch are read, merged and written. */
    @Benchmark
    public String mergeText() {
        return Codec.json(
                StrategicMergePatch.apply(tree(TypicalDeployment.JSON), tree(TypicalDeployment.PATCH), schema));
    }

    /** The result shares with the original what stays as it is; neither needs a copy. */
    @Benchmark
    public Object mergeTrees() {
        return StrategicMergePatch.apply(tree, patch, schema);
    }

    /** Two texts to the patch from one to the other. */
    @Benchmark
    public String diffText() {
        return Codec.json(
                StrategicMergePatch.create(tree(TypicalDeployment.JSON), tree(TypicalDeployment.CHANGED), schema));
    }
}
