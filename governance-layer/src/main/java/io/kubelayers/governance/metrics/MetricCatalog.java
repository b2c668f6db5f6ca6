package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The custom and external metrics a simulated cluster knows: what adapters serve elsewhere. Immutable; each {@code with}
 * adds one.
 *
 * <pre>{@code
 * MetricCatalog.EMPTY
 *         .external("shop", "queue_length", Map.of("queue", "orders"), UsageCurve.wave(0, 500, hour, noon))
 *         .ofObject(ingress, "requests_per_second", UsageCurve.constant(120));
 * }</pre>
 *
 * @param ofPods metrics with a value a pod
 * @param ofObjects metrics of single objects
 * @param external metrics of no object
 */
public record MetricCatalog(List<OfPods> ofPods, List<OfObject> ofObjects, List<External> external) {
    /** No metrics. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final MetricCatalog EMPTY = new MetricCatalog(List.of(), List.of(), List.of());

    public MetricCatalog {
        ofPods = Absent.list(ofPods);
        ofObjects = Absent.list(ofObjects);
        external = Absent.list(external);
    }

    /**
     * A metric of pods.
     *
     * @param metric name
     * @param namespace namespace of the pods; "" for any
     * @param pods labels of the pods
     * @param use value of each pod, or shared by all ready ones
     */
    public record OfPods(String metric, String namespace, LabelSelector pods, UsageRule.Use use) {}

    /**
     * A metric of one object.
     *
     * @param metric name
     * @param object the object: kind, name and namespace
     * @param curve its value
     */
    public record OfObject(String metric, ObjectReference object, UsageCurve curve) {}

    /**
     * One series of an external metric.
     *
     * @param metric name
     * @param namespace namespace it is visible in; "" for all
     * @param labels labels of the series
     * @param curve its value
     */
    public record External(String metric, String namespace, Map<String, String> labels, UsageCurve curve) {
        public External {
            labels = Absent.map(labels);
        }
    }

    /** With a metric of which each of these pods has its own value. */
    public MetricCatalog eachPod(String namespace, LabelSelector pods, String metric, UsageCurve curve) {
        return plus(new OfPods(metric, namespace, pods, new UsageRule.Use(curve, false)));
    }

    /** With a metric whose total the ready ones of these pods share, such as requests a second. */
    public MetricCatalog sharedByPods(String namespace, LabelSelector pods, String metric, UsageCurve curve) {
        return plus(new OfPods(metric, namespace, pods, new UsageRule.Use(curve, true)));
    }

    /** With a metric of one object. */
    public MetricCatalog ofObject(ObjectReference object, String metric, UsageCurve curve) {
        var more = new ArrayList<>(ofObjects);
        more.add(new OfObject(metric, object, curve));
        return new MetricCatalog(ofPods, more, external);
    }

    /** With one series of an external metric. */
    public MetricCatalog external(String namespace, String metric, Map<String, String> labels, UsageCurve curve) {
        var more = new ArrayList<>(external);
        more.add(new External(metric, namespace, labels, curve));
        return new MetricCatalog(ofPods, ofObjects, more);
    }

    /** With all metrics of another catalog behind its own. */
    public MetricCatalog and(MetricCatalog other) {
        var pods = new ArrayList<>(ofPods);
        pods.addAll(other.ofPods);
        var objects = new ArrayList<>(ofObjects);
        objects.addAll(other.ofObjects);
        var series = new ArrayList<>(external);
        series.addAll(other.external);
        return new MetricCatalog(pods, objects, series);
    }

    private MetricCatalog plus(OfPods metric) {
        var more = new ArrayList<>(ofPods);
        more.add(metric);
        return new MetricCatalog(more, ofObjects, external);
    }
}
