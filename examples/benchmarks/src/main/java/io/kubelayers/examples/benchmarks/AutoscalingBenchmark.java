package io.kubelayers.examples.benchmarks;

import io.kubelayers.governance.autoscaling.horizontal.CrossVersionObjectReference;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBuilder;
import io.kubelayers.governance.autoscaling.horizontal.HpaAlgorithm;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.governance.autoscaling.horizontal.HpaRequest;
import io.kubelayers.governance.autoscaling.horizontal.MetricReading;
import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.governance.autoscaling.horizontal.MetricSpec;
import io.kubelayers.governance.autoscaling.horizontal.MetricSpecBuilder;
import io.kubelayers.governance.autoscaling.horizontal.MetricTarget;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** One look of an autoscaler at CPU utilization: two containers a pod, every twentieth pod pending, samples built anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AutoscalingBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Param({"100", "1000"})
    public int pods;

    private final List<Pod> all = new ArrayList<>();
    private final HorizontalPodAutoscaler autoscaler = autoscaler();

    @Setup
    public void setUp() {
        for (int i = 0; i < pods; i++) {
            all.add(pod(i));
        }
    }

    private static HorizontalPodAutoscaler autoscaler() {
        var target = new MetricTarget(MetricTarget.Type.UTILIZATION, null, null, 60);
        return HorizontalPodAutoscalerBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("default")
                        .build())
                .spec(new HorizontalPodAutoscaler.Spec(
                        new CrossVersionObjectReference("Deployment", "web", "apps/v1"),
                        1,
                        10_000,
                        List.of(MetricSpecBuilder.builder()
                                .type("Resource")
                                .resource(new MetricSpec.ResourceMetricSource("cpu", target))
                                .build()),
                        null))
                .build();
    }

    private static Pod pod(int number) {
        return new Pod(
                ObjectMetaBuilder.builder()
                        .name("web-" + number)
                        .namespace("default")
                        .labels(Map.of("app", "web", "tier", "front"))
                        .build(),
                PodSpecBuilder.builder()
                        .containers(List.of(
                                container("main", Map.of("cpu", "500m", "memory", "1Gi")),
                                container("side", Map.of("cpu", "100m"))))
                        .build(),
                PodStatusBuilder.builder()
                        .phase(number % 20 == 0 ? "Pending" : "Running")
                        .startTime(NOW.minusSeconds(3600))
                        .conditions(List.of(PodConditionBuilder.builder()
                                .type("Ready")
                                .status("True")
                                .lastTransitionTime(NOW.minusSeconds(3590))
                                .build()))
                        .build());
    }

    private static Container container(String name, Map<String, String> requests) {
        var quantities = new LinkedHashMap<String, Quantity>();
        requests.forEach((resource, amount) -> quantities.put(resource, Quantity.parse(amount)));
        return ContainerBuilder.builder()
                .name(name)
                .resources(new ResourceRequirements(Map.of(), quantities, List.of()))
                .build();
    }

    /** The samples alone, which a look is given anew each time. */
    @Benchmark
    public Map<String, PodSample> samples() {
        var samples = new LinkedHashMap<String, PodSample>();
        for (int i = 0; i < pods; i++) {
            samples.put("web-" + i, new PodSample(NOW, Duration.ofMinutes(1), 400 + i % 300));
        }
        return samples;
    }

    @Benchmark
    public HpaDecision lookAtCpu() {
        var samples = samples();
        var scale = new Scale(ObjectMeta.EMPTY, new Scale.Spec(pods), new Scale.Status(pods, "app=web"));
        return HpaAlgorithm.decide(HpaRequest.of(autoscaler, scale, NOW)
                .withPods(all)
                .withReadings(List.of(new MetricReading.PerPod(samples))));
    }
}
