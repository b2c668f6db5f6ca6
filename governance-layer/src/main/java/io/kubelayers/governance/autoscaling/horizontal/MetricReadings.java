package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.governance.metrics.ExternalMetricValue;
import io.kubelayers.governance.metrics.MetricValue;
import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.governance.metrics.MetricsUnavailableException;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns answers of the metrics APIs into {@link MetricReading}s (upstream {@code podautoscaler/metrics/client.go}). A missing
 * answer is a reading as well: {@link MetricReading.Unavailable}, with upstream's text.
 */
public final class MetricReadings {
    /** Assumed window of a custom metric that states none. */
    private static final Duration CUSTOM_WINDOW = Duration.ofMinutes(1);

    private MetricReadings() {}

    /**
     * Asks a source for all metrics of an autoscaler, in the order of its spec.
     *
     * @param hpa an autoscaler with its defaults filled in
     * @param pods selector of the target's pods
     */
    public static List<MetricReading> ask(MetricsSource source, HorizontalPodAutoscaler hpa, Selector pods) {
        var namespace = hpa.metadata().namespaceOrEmpty();
        var readings = new ArrayList<MetricReading>();
        for (var metric : hpa.spec().metrics()) {
            readings.add(ask(source, namespace, pods, metric));
        }
        return readings;
    }

    private static MetricReading ask(MetricsSource source, String namespace, Selector pods, MetricSpec metric) {
        if (metric.resource() != null) {
            return resource(source, namespace, pods, metric.resource().name(), "");
        }
        if (metric.containerResource() != null) {
            var wanted = metric.containerResource();
            return resource(source, namespace, pods, wanted.name(), wanted.container());
        }
        var api = metric.external() == null ? "custom" : "external";
        try {
            if (metric.pods() != null) {
                var wanted = metric.pods().metric();
                return ofPods(source.valuesOfPods(namespace, pods, wanted.name(), series(wanted.selector())));
            }
            if (metric.object() != null) {
                var wanted = metric.object().metric();
                var object = reference(metric.object().describedObject(), namespace);
                return ofObject(source.valueOfObject(object, wanted.name(), series(wanted.selector())));
            }
            if (metric.external() != null) {
                var wanted = metric.external().metric();
                return ofSeries(source.externalValues(namespace, wanted.name(), series(wanted.selector())));
            }
            return new MetricReading.Unavailable("unknown metric source type \"" + metric.type() + "\"");
        } catch (MetricsUnavailableException e) {
            return unfetched(api, e);
        } catch (InvalidSelectorException e) {
            return new MetricReading.Unavailable(Absent.text(e.getMessage()));
        }
    }

    private static MetricReading resource(
            MetricsSource source, String namespace, Selector pods, String resource, String container) {
        try {
            return ofResource(source.podMetrics(namespace, pods), resource, container);
        } catch (MetricsUnavailableException e) {
            return unfetched("resource", e);
        }
    }

    private static MetricReading unfetched(String api, MetricsUnavailableException cause) {
        return new MetricReading.Unavailable(
                "unable to fetch metrics from " + api + " metrics API: " + cause.getMessage());
    }

    /** A metric's own selector; unlike elsewhere, none means all series. */
    private static Selector series(@Nullable LabelSelector selector) {
        return selector == null ? Selector.everything() : Selector.of(selector);
    }

    private static ObjectReference reference(CrossVersionObjectReference object, String namespace) {
        return new ObjectReference(object.kind(), namespace, object.name(), null, object.apiVersion(), null, null);
    }

    /**
     * The reading of a resource. A pod counts if all its containers report the resource.
     *
     * @param container the container that counts; "" for all of a pod
     */
    public static MetricReading ofResource(List<PodMetrics> metrics, String resource, String container) {
        if (metrics.isEmpty()) {
            return new MetricReading.Unavailable("no metrics returned from resource metrics API");
        }
        var samples = new LinkedHashMap<String, PodSample>();
        for (var pod : metrics) {
            var used = container.isEmpty() ? ofPod(pod, resource) : null;
            if (!container.isEmpty()) {
                var found = pod.containers().stream()
                        .filter(candidate -> candidate.name().equals(container))
                        .findFirst();
                if (found.isEmpty()) {
                    return new MetricReading.Unavailable("failed to get container metrics: container " + container
                            + " not present in metrics for pod "
                            + pod.metadata().namespace() + "/"
                            + pod.metadata().name());
                }
                var quantity = found.get().usage().get(resource);
                used = quantity == null ? null : quantity.milliValue();
            }
            if (used != null) {
                var end = Absent.or(pod.timestamp(), Instant.EPOCH);
                samples.put(pod.metadata().nameOrEmpty(), new PodSample(end, pod.window(), used));
            }
        }
        return new MetricReading.PerPod(samples);
    }

    private static @Nullable Long ofPod(PodMetrics pod, String resource) {
        long sum = 0;
        for (var container : pod.containers()) {
            var quantity = container.usage().get(resource);
            if (quantity == null) {
                return null;
            }
            sum += quantity.milliValue();
        }
        return pod.containers().isEmpty() ? null : sum;
    }

    /** The reading of a custom metric of pods. */
    public static MetricReading ofPods(List<MetricValue> values) {
        if (values.isEmpty()) {
            return new MetricReading.Unavailable("no metrics returned from custom metrics API");
        }
        var samples = new LinkedHashMap<String, PodSample>();
        for (var value : values) {
            var window = value.windowSeconds() == null ? CUSTOM_WINDOW : Duration.ofSeconds(value.windowSeconds());
            samples.put(
                    Absent.text(value.describedObject().name()),
                    new PodSample(
                            Absent.or(value.timestamp(), Instant.EPOCH),
                            window,
                            value.value().milliValue()));
        }
        return new MetricReading.PerPod(samples);
    }

    /** The reading of a custom metric of one object. */
    public static MetricReading ofObject(MetricValue value) {
        return new MetricReading.OfObject(value.value().milliValue());
    }

    /** The reading of an external metric. */
    public static MetricReading ofSeries(List<ExternalMetricValue> values) {
        if (values.isEmpty()) {
            return new MetricReading.Unavailable("no metrics returned from external metrics API");
        }
        var series = new ArrayList<Long>();
        for (var value : values) {
            series.add(value.value().milliValue());
        }
        return new MetricReading.OfSeries(series);
    }
}
