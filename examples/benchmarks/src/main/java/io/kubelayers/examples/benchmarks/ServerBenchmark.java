package io.kubelayers.examples.benchmarks;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.client.Resources;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirementsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests to the API server in process, on one thread: authorized, defaulted, admitted, validated, owned, stored. Creates
 * go into a cluster that is new in each iteration and grows for as long as the iteration lasts.
 *
 * <p>The heap is in memory from the start: to get a page from the system takes as long as many creates do, on virtual
 * machines most of all, and whoever has to wait for one is chance.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch"})
public class ServerBenchmark {
    private final PodSpec spec = PodSpecBuilder.builder()
            .containers(List.of(ContainerBuilder.builder()
                    .name("web")
                    .image("registry.example.com/web:1.2.3")
                    .resources(ResourceRequirementsBuilder.builder()
                            .requests(Map.of("cpu", Quantity.parse("100m"), "memory", Quantity.parse("256Mi")))
                            .build())
                    .build()))
            .build();

    private Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();
    private Client client = cluster.client();
    private Resources<Pod> pods = client.on(Pod.class);
    private Resources<Deployment> deployments = client.on(Deployment.class);
    private final List<Map<String, @Nullable Object>> configurations =
            List.of(ApplyBenchmark.deployment("1"), ApplyBenchmark.deployment("2"));
    private int next;

    /** A new cluster with a thousand pods. */
    @Setup(Level.Iteration)
    public void start() {
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .start();
        client = cluster.client();
        pods = client.on(Pod.class);
        deployments = client.on(Deployment.class);
        client.create(NamespaceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("shop").build())
                .build());
        for (next = 0; next < 1000; ) {
            create();
        }
    }

    /** A pod of its own, of a template that all have in common. */
    @Benchmark
    public Object create() {
        return client.create(PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("pod-" + next++)
                        .namespace("default")
                        .labels(Map.of("app", "web", "pod-template-hash", "5d4f8c7b9"))
                        .build())
                .spec(spec)
                .build());
    }

    @Benchmark
    public Object get() {
        return pods.get("default", "pod-7");
    }

    /** A typical Deployment with another image each time, by server-side apply, until it is stored. */
    @Benchmark
    public Object apply() {
        return deployments.apply("shop", configurations.get(next++ & 1), "kubectl", false);
    }
}
