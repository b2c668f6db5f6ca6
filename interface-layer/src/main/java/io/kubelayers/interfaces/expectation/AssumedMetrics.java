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
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics as an expectation assumes them: the same load on each pod, the same value of each metric everywhere. */
record AssumedMetrics(Cluster cluster, Map<String, Quantity> load, Map<String, Quantity> values)
        implements MetricsSource {
    private static final Duration WINDOW = Duration.ofSeconds(15);

    static AssumedMetrics of(Cluster cluster, Map<String, String> load, Map<String, String> values) {
        return new AssumedMetrics(cluster, quantities(load), quantities(values));
    }

    private static Map<String, Quantity> quantities(Map<String, String> texts) {
        var quantities = new TreeMap<String, Quantity>();
        texts.forEach((name, text) -> {
            try {
                quantities.put(name, Quantity.parse(text));
            } catch (QuantityFormatException bad) {
                throw new IllegalArgumentException(name + " is no quantity: " + text, bad);
            }
        });
        return quantities;
    }

    @Override
    public List<PodMetrics> podMetrics(String namespace, Selector pods) {
        return selected(namespace, pods).stream()
                .map(pod -> new PodMetrics(pod.metadata(), cluster.now(), WINDOW, containers(pod)))
                .toList();
    }

    /** The load of a pod divided evenly among its containers. */
    private List<ContainerMetrics> containers(Pod pod) {
        var containers = pod.spec().containers();
        var share = new TreeMap<String, Quantity>();
        load.forEach((resource, all) -> share.put(
                resource, Quantity.ofMilli(all.milliValue() / containers.size(), Quantity.Format.DECIMAL_SI)));
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
        return selected(namespace, pods).stream()
                .map(pod -> value("Pod", namespace, pod.metadata().nameOrEmpty(), metric))
                .toList();
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
            throw new MetricsUnavailableException("the expectation says no value of metric " + metric);
        }
        return value;
    }
}
