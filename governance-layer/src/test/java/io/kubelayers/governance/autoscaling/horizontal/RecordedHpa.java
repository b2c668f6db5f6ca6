package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.SinceRecorded;
import io.kubelayers.governance.metrics.ExternalMetricValue;
import io.kubelayers.governance.metrics.MetricValue;
import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.governance.metrics.MetricsUnavailableException;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a recorded autoscaler case as records. */
final class RecordedHpa {
    static final Codec CODEC = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(List.of(HorizontalPodAutoscaler.class, PodMetrics.class)));

    private RecordedHpa() {}

    static HpaOptions options(Map<String, @Nullable Object> config) {
        return new HpaOptions(
                SinceRecorded.tolerances(number(config, "tolerance").doubleValue()),
                seconds(config, "cpuInitializationPeriodSeconds"),
                seconds(config, "initialReadinessDelaySeconds"),
                seconds(config, "downscaleStabilizationSeconds"),
                Duration.ofSeconds(15));
    }

    private static Duration seconds(Map<String, @Nullable Object> config, String field) {
        return Duration.ofSeconds(number(config, field).longValue());
    }

    static Number number(Map<String, @Nullable Object> tree, String field) {
        return (Number) tree.get(field);
    }

    static Scale scale(Map<String, @Nullable Object> tree) {
        return new Scale(
                ObjectMeta.EMPTY,
                new Scale.Spec(number(tree, "specReplicas").intValue()),
                new Scale.Status(number(tree, "statusReplicas").intValue(), (String) tree.get("selector")));
    }

    static List<Pod> pods(Map<String, @Nullable Object> tree) {
        return all(tree, "pods", Pod.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> all(Map<String, @Nullable Object> tree, String field, Class<T> type) {
        var objects = new ArrayList<T>();
        if (tree.get(field) instanceof List<?> items) {
            for (var item : items) {
                objects.add(CODEC.decode((Map<String, ?>) item, type));
            }
        }
        return objects;
    }

    /** The metrics APIs as the case answers them. */
    record Metrics(Map<String, @Nullable Object> tree) implements MetricsSource {
        @Override
        public List<PodMetrics> podMetrics(String namespace, Selector pods) {
            return all(tree, "podMetrics", PodMetrics.class);
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<MetricValue> valuesOfPods(String namespace, Selector pods, String metric, Selector series) {
            var values = new ArrayList<MetricValue>();
            var metrics = (Map<String, ?>) tree.get("customPodMetrics");
            if (metrics != null && metrics.get(metric) instanceof List<?> samples) {
                for (var item : samples) {
                    var sample = (Map<String, ?>) item;
                    var window = (Number) sample.get("windowSeconds");
                    values.add(new MetricValue(
                            new ObjectReference("Pod", namespace, (String) sample.get("pod"), null, null, null, null),
                            null,
                            Instant.parse((String) sample.get("timestamp")),
                            window == null ? null : window.longValue(),
                            Quantity.parse((String) sample.get("value"))));
                }
            }
            return values;
        }

        @Override
        @SuppressWarnings("unchecked")
        public MetricValue valueOfObject(ObjectReference object, String metric, Selector series) {
            var metrics = (Map<String, ?>) tree.get("objectMetrics");
            if (metrics == null || metrics.get(metric) == null) {
                throw MetricsUnavailableException.notFound(metric, String.valueOf(object.name()));
            }
            return new MetricValue(object, null, null, null, Quantity.parse((String) metrics.get(metric)));
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<ExternalMetricValue> externalValues(String namespace, String metric, Selector series) {
            var values = new ArrayList<ExternalMetricValue>();
            var metrics = (Map<String, ?>) tree.get("externalMetrics");
            if (metrics != null && metrics.get(metric) instanceof List<?> items) {
                for (var item : items) {
                    values.add(new ExternalMetricValue(metric, Map.of(), null, null, Quantity.parse((String) item)));
                }
            }
            return values;
        }
    }
}
