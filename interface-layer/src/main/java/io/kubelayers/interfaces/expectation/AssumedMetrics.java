package io.kubelayers.interfaces.expectation;

import io.kubelayers.governance.metrics.ExternalMetricValue;
import io.kubelayers.governance.metrics.MetricValue;
import io.kubelayers.governance.metrics.MetricValue.MetricIdentifier;
import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.governance.metrics.MetricsUnavailableException;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.governance.metrics.PodMetrics.ContainerMetrics;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Metrics as somebody assumes them: the same load on each pod, the same value of each metric everywhere. Resource use of
 * which nothing is assumed comes from the cluster's metrics API.
 *
 * @param cluster whose pods are measured
 * @param loads use of each pod, by resource
 * @param values custom and external metrics, by name
 * @param complaint what to say of a metric without a value, made of its name
 */
public record AssumedMetrics(
        Cluster cluster, Map<String, Quantity> loads, Map<String, Quantity> values, UnaryOperator<String> complaint)
        implements MetricsSource {
    private static final Duration WINDOW = Duration.ofSeconds(15);

    public AssumedMetrics {
        loads = Absent.map(loads);
        values = Absent.map(values);
    }

    /** Nothing is assumed yet. */
    public static AssumedMetrics of(Cluster cluster, UnaryOperator<String> complaint) {
        return new AssumedMetrics(cluster, Map.of(), Map.of(), complaint);
    }

    public AssumedMetrics withLoad(String resource, Quantity quantity) {
        return new AssumedMetrics(cluster, plus(loads, resource, quantity), values, complaint);
    }

    public AssumedMetrics withMetric(String metric, Quantity value) {
        return new AssumedMetrics(cluster, loads, plus(values, metric, value), complaint);
    }

    private static Map<String, Quantity> plus(Map<String, Quantity> map, String key, Quantity value) {
        var more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }

    @Override
    public List<PodMetrics> podMetrics(String namespace, Selector pods) {
        if (loads.isEmpty()) {
            return measured(namespace, pods);
        }
        var metrics = new ArrayList<PodMetrics>();
        for (var pod : selected(namespace, pods)) {
            metrics.add(new PodMetrics(pod.metadata(), cluster.now(), WINDOW, containers(pod)));
        }
        return metrics;
    }

    private List<PodMetrics> measured(String namespace, Selector pods) {
        try {
            return cluster.client()
                    .on(PodMetrics.class)
                    .list(namespace, RequestOptions.labels(pods.toString()))
                    .items();
        } catch (ApiException e) {
            throw new MetricsUnavailableException(e.explain());
        }
    }

    private List<ContainerMetrics> containers(Pod pod) {
        var containers = pod.spec().containers();
        var share = new TreeMap<String, Quantity>();
        loads.forEach((resource, load) -> share.put(
                resource, Quantity.ofMilli(load.milliValue() / containers.size(), Quantity.Format.DECIMAL_SI)));
        return containers.stream()
                .map(container -> new ContainerMetrics(container.name(), share))
                .toList();
    }

    private List<Pod> selected(String namespace, Selector pods) {
        return cluster.lister(Pod.class).list(namespace).stream()
                .filter(pod -> pods.matches(pod.metadata().labels()))
                .toList();
    }

    @Override
    public List<MetricValue> valuesOfPods(String namespace, Selector pods, String metric, Selector series) {
        var values = new ArrayList<MetricValue>();
        for (var pod : selected(namespace, pods)) {
            values.add(value("Pod", namespace, pod.metadata().nameOrEmpty(), metric));
        }
        return values;
    }

    @Override
    public MetricValue valueOfObject(ObjectReference object, String metric, Selector series) {
        return value(
                String.valueOf(object.kind()),
                String.valueOf(object.namespace()),
                String.valueOf(object.name()),
                metric);
    }

    private MetricValue value(String kind, String namespace, String name, String metric) {
        return new MetricValue(
                new ObjectReference(kind, namespace, name, null, null, null, null),
                new MetricIdentifier(metric, null),
                cluster.now(),
                WINDOW.toSeconds(),
                assumed(metric));
    }

    @Override
    public List<ExternalMetricValue> externalValues(String namespace, String metric, Selector series) {
        return List.of(new ExternalMetricValue(metric, Map.of(), cluster.now(), WINDOW.toSeconds(), assumed(metric)));
    }

    private Quantity assumed(String metric) {
        var value = values.get(metric);
        if (value == null) {
            throw new MetricsUnavailableException(complaint.apply(metric));
        }
        return value;
    }
}
