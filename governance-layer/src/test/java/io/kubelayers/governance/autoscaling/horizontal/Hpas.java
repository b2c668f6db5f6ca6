package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.nucleus.core.ConditionStatus;
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
import org.jspecify.annotations.Nullable;

/** Autoscalers, pods and samples for examples. */
final class Hpas {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private Hpas() {}

    /** An autoscaler of deployment default/web. */
    static HorizontalPodAutoscaler web(int min, int max, MetricSpec... metrics) {
        return new HorizontalPodAutoscaler(
                ObjectMetaBuilder.builder().name("web").namespace("default").build(),
                new HorizontalPodAutoscaler.Spec(
                        new CrossVersionObjectReference("Deployment", "web", "apps/v1"),
                        min,
                        max,
                        List.of(metrics),
                        null),
                null);
    }

    static HorizontalPodAutoscaler withBehavior(HorizontalPodAutoscaler hpa, HorizontalPodAutoscalerBehavior behavior) {
        return hpa.withSpec(hpa.spec().withBehavior(behavior));
    }

    static MetricSpec cpuUtilization(int percent) {
        return HorizontalPodAutoscalerDefaults.cpuUtilization(percent);
    }

    /** A queue of which each replica should bear a share. */
    static MetricSpec queuePerReplica(String share) {
        return external("queue", new MetricTarget(MetricTarget.Type.AVERAGE_VALUE, null, Quantity.parse(share), null));
    }

    static MetricSpec external(String name, MetricTarget target) {
        return MetricSpecBuilder.builder()
                .type(MetricSourceType.EXTERNAL)
                .external(new MetricSpec.ExternalMetricSource(new MetricIdentifier(name, null), target))
                .build();
    }

    static Scale scale(int replicas) {
        return new Scale(ObjectMeta.EMPTY, new Scale.Spec(replicas), new Scale.Status(replicas, "app=web"));
    }

    /** Running for an hour and ready, with a request of so many millicores. */
    static Pod ready(String name, int milliCpu) {
        return pod(name, milliCpu, Pod.Phase.RUNNING, true, NOW.minus(Duration.ofHours(1)));
    }

    static Pod pod(String name, int milliCpu, String phase, @Nullable Boolean ready, Instant start) {
        var conditions = ready == null
                ? List.<io.kubelayers.nucleus.core.PodCondition>of()
                : List.of(PodConditionBuilder.builder()
                        .type("Ready")
                        .status(ready ? ConditionStatus.TRUE : ConditionStatus.FALSE)
                        .lastTransitionTime(start)
                        .build());
        return new Pod(
                ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpecBuilder.builder()
                        .containers(List.of(ContainerBuilder.builder()
                                .name("main")
                                .resources(new ResourceRequirements(
                                        Map.of(), Map.of("cpu", Quantity.parse(milliCpu + "m")), List.of()))
                                .build()))
                        .build(),
                PodStatusBuilder.builder()
                        .phase(phase)
                        .conditions(conditions)
                        .startTime(start)
                        .build());
    }

    /** So many ready pods web-0, web-1 and so on. */
    static List<Pod> ready(int count) {
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < count; i++) {
            pods.add(ready("web-" + i, 100));
        }
        return pods;
    }

    /** Samples of web-0, web-1 and so on, in thousandths. */
    static MetricReading samples(long... milliValues) {
        var samples = new LinkedHashMap<String, PodSample>();
        for (int i = 0; i < milliValues.length; i++) {
            samples.put("web-" + i, sample(milliValues[i]));
        }
        return new MetricReading.PerPod(samples);
    }

    static PodSample sample(long milliValue) {
        return new PodSample(NOW, Duration.ofSeconds(15), milliValue);
    }

    static MetricReading series(long... values) {
        var milli = new ArrayList<Long>();
        for (long value : values) {
            milli.add(value * 1000);
        }
        return new MetricReading.OfSeries(milli);
    }

    /** A decision on the queue alone, with each replica to bear one message. */
    static HpaDecision decideQueue(
            HorizontalPodAutoscaler hpa, int replicas, long queue, HpaHistory history, Instant now) {
        return HpaAlgorithm.decide(HpaRequest.of(hpa, scale(replicas), now)
                .withReadings(List.of(series(queue)))
                .withHistory(history));
    }
}
