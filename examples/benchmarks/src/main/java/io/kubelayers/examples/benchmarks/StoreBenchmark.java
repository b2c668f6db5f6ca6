package io.kubelayers.examples.benchmarks;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.store.IndexDefinition;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * What controllers ask of informers, with 10,000 pods of 20 namespaces on 100 nodes. Upstream's is a cache of what its server
 * holds; here it is the store itself, with its revisions and history, so a write is more than theirs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class StoreBenchmark {
    private static final int PODS = 10_000;
    private static final int NAMESPACES = 20;
    private static final int NODES = 100;
    private static final String RESOURCE = "pods";
    private static final String NODE = "node";

    private final List<Pod> pods = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private MemoryStore store = empty();
    private Key one = Key.namespaced(RESOURCE, "ns-7", "pod-00007");

    private static MemoryStore empty() {
        return MemoryStore.indexedBy(List.of(new IndexDefinition(NODE, RESOURCE, StoreBenchmark::node)));
    }

    private static List<String> node(KubernetesObject object) {
        var node = ((Pod) object).spec().nodeName();
        return node == null ? List.of() : List.of(node);
    }

    @Setup
    public void setUp() {
        for (int i = 0; i < PODS; i++) {
            var name = String.format(Locale.ROOT, "pod-%05d", i);
            var namespace = "ns-" + i % NAMESPACES;
            keys.add(Key.namespaced(RESOURCE, namespace, name));
            pods.add(PodBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder()
                            .name(name)
                            .namespace(namespace)
                            .labels(Map.of("app", "app-" + i % NODES))
                            .build())
                    .spec(PodSpecBuilder.builder().nodeName("node-" + i % NODES).build())
                    .build());
        }
        store = fill();
    }

    /** All 10,000, into an empty store. */
    @Benchmark
    public MemoryStore fill() {
        var filled = empty();
        for (int i = 0; i < PODS; i++) {
            filled.create(keys.get(i), pods.get(i));
        }
        return filled;
    }

    /** One in place of another of its key. */
    @Benchmark
    public Stored replace() {
        var before = store.get(one).orElseThrow();
        return store.update(one, before.object(), before.modRevision());
    }

    /** The same, its key made of the object's names first. */
    @Benchmark
    public Stored replaceByName() {
        var metadata = pods.get(7).metadata();
        var key = Key.namespaced(RESOURCE, metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        var before = store.get(key).orElseThrow();
        return store.update(key, before.object(), before.modRevision());
    }

    @Benchmark
    public Stored get() {
        return store.get(one).orElseThrow();
    }

    /** A hundred, copied. */
    @Benchmark
    public List<Stored> byNode() {
        return new ArrayList<>(store.snapshot().byIndex(NODE, "node-7"));
    }

    /** Five hundred, copied. */
    @Benchmark
    public List<Stored> inNamespace() {
        return new ArrayList<>(store.snapshot().list(Prefix.in(RESOURCE, "ns-7")));
    }

    /** All, copied. */
    @Benchmark
    public List<Stored> all() {
        return new ArrayList<>(store.snapshot().list(Prefix.all(RESOURCE)));
    }
}
