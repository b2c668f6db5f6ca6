package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.selector.Selector;
import java.time.InstantSource;
import java.util.List;

/**
 * Where autoscaling reads metrics: the three metrics APIs of Kubernetes as one interface. {@link SimulatedMetrics} is the
 * default; users plug in their own, for example one that asks a real cluster.
 *
 * <p>An empty list is an answer, "nothing known". A source that cannot answer throws {@link MetricsUnavailableException}.
 */
public interface MetricsSource {
    /** Makes the source for one cluster, and again for each fork of it. */
    @FunctionalInterface
    interface Factory {
        MetricsSource of(Informers informers, InstantSource clock);
    }

    /** Resource use of pods (metrics.k8s.io). */
    List<PodMetrics> podMetrics(String namespace, Selector pods);

    /** Resource use of nodes (metrics.k8s.io). Autoscaling does not need it. */
    default List<NodeMetrics> nodeMetrics(Selector nodes) {
        return List.of();
    }

    /** A custom metric of pods, one value a pod (custom.metrics.k8s.io). */
    List<MetricValue> valuesOfPods(String namespace, Selector pods, String metric, Selector series);

    /**
     * A custom metric of one object (custom.metrics.k8s.io).
     *
     * @throws MetricsUnavailableException also if the object has no such metric
     */
    MetricValue valueOfObject(ObjectReference object, String metric, Selector series);

    /** The custom metrics there are, for discovery; asking for others is no error. */
    default List<CustomMetric> customMetrics() {
        return List.of();
    }

    /** The names of the external metrics there are, for discovery. */
    default List<String> externalMetrics() {
        return List.of();
    }

    /** All series of an external metric (external.metrics.k8s.io). */
    List<ExternalMetricValue> externalValues(String namespace, String metric, Selector series);
}
