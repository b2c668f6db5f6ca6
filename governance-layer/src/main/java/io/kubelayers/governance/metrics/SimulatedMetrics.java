package io.kubelayers.governance.metrics;

import io.kubelayers.governance.metrics.MetricValue.MetricIdentifier;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The metrics of a simulated cluster: {@link UsageModel} and {@link MetricCatalog} evaluated at the clock's time for the pods
 * there are. It holds no state, so every fork of a cluster can use the same one with its own pods and clock.
 */
public final class SimulatedMetrics implements MetricsSource {
    /** The series of simulated metrics of objects have none: a selector that asks for one selects nothing. */
    private static final Map<String, String> NO_LABELS = Map.of();

    private final Inventory inventory;
    private final UsageModel model;
    private final MetricCatalog catalog;
    private final InstantSource clock;

    /** The pods and nodes as of now, in a stable order. */
    public interface Inventory {
        /**
         * All pods of a namespace.
         *
         * @param namespace "" for all namespaces
         */
        List<Pod> pods(String namespace);

        List<Node> nodes();

        /** What a cluster's informers show. */
        static Inventory of(Informers informers) {
            return new Inventory() {
                @Override
                public List<Pod> pods(String namespace) {
                    var pods = informers.lister(Pod.class);
                    return namespace.isEmpty() ? pods.list() : pods.list(namespace);
                }

                @Override
                public List<Node> nodes() {
                    return informers.lister(Node.class).list();
                }
            };
        }

        /** These pods, and no nodes. */
        static Inventory of(List<Pod> pods) {
            return new Inventory() {
                @Override
                public List<Pod> pods(String namespace) {
                    return namespace.isEmpty()
                            ? pods
                            : pods.stream()
                                    .filter(pod ->
                                            namespace.equals(pod.metadata().namespace()))
                                    .toList();
                }

                @Override
                public List<Node> nodes() {
                    return List.of();
                }
            };
        }
    }

    public SimulatedMetrics(Inventory inventory, UsageModel model, MetricCatalog catalog, InstantSource clock) {
        this.inventory = inventory;
        this.model = model;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Simulated metrics of any cluster. */
    public static Factory factory(UsageModel model, MetricCatalog catalog) {
        return (informers, clock) -> new SimulatedMetrics(Inventory.of(informers), model, catalog, clock);
    }

    @Override
    public List<PodMetrics> podMetrics(String namespace, Selector selector) {
        return UsageMeter.at(clock.instant(), model, inventory.pods(namespace))
                .pods(pod -> selector.matches(pod.metadata().labels()));
    }

    @Override
    public List<NodeMetrics> nodeMetrics(Selector selector) {
        var meter = UsageMeter.at(clock.instant(), model, inventory.pods(""));
        var metrics = new ArrayList<NodeMetrics>();
        for (var node : inventory.nodes()) {
            if (selector.matches(node.metadata().labels())) {
                metrics.add(meter.node(node));
            }
        }
        return metrics;
    }

    @Override
    public List<MetricValue> valuesOfPods(String namespace, Selector selector, String metric, Selector series) {
        var now = clock.instant();
        var all = inventory.pods(namespace);
        var values = new ArrayList<MetricValue>();
        if (!series.matches(NO_LABELS)) {
            return values;
        }
        for (var pod : all) {
            if (!selector.matches(pod.metadata().labels())
                    || !PodConditions.isTrue(pod.status(), PodConditionType.READY)) {
                continue;
            }
            for (var known : catalog.ofPods()) {
                if (known.metric().equals(metric) && covers(known, pod)) {
                    double total = known.use().curve().average(now, UsageMeter.WINDOW);
                    double value = known.use().shared() ? total / sharers(known, all) : total;
                    values.add(value("Pod", pod.metadata().nameOrEmpty(), namespace, metric, value, now));
                    break;
                }
            }
        }
        return values;
    }

    private static boolean covers(MetricCatalog.OfPods known, Pod pod) {
        return (known.namespace().isEmpty()
                        || known.namespace().equals(pod.metadata().namespace()))
                && Selector.of(known.pods()).matches(pod.metadata().labels());
    }

    private static int sharers(MetricCatalog.OfPods known, List<Pod> all) {
        int count = 0;
        for (var pod : all) {
            if (PodConditions.isTrue(pod.status(), PodConditionType.READY) && covers(known, pod)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public MetricValue valueOfObject(ObjectReference object, String metric, Selector series) {
        var now = clock.instant();
        for (var known : catalog.ofObjects()) {
            if (known.metric().equals(metric)
                    && series.matches(NO_LABELS)
                    && Objects.equals(known.object().kind(), object.kind())
                    && Objects.equals(known.object().name(), object.name())
                    && Absent.text(known.object().namespace()).equals(Absent.text(object.namespace()))) {
                double value = known.curve().average(now, UsageMeter.WINDOW);
                return value(
                        Absent.text(object.kind()),
                        Absent.text(object.name()),
                        Absent.text(object.namespace()),
                        metric,
                        value,
                        now);
            }
        }
        throw MetricsUnavailableException.notFound(
                metric, Absent.text(object.kind()).toLowerCase(java.util.Locale.ROOT) + " " + object.name());
    }

    @Override
    public List<ExternalMetricValue> externalValues(String namespace, String metric, Selector series) {
        var now = clock.instant();
        var values = new ArrayList<ExternalMetricValue>();
        for (var known : catalog.external()) {
            if (known.metric().equals(metric)
                    && (known.namespace().isEmpty() || known.namespace().equals(namespace))
                    && series.matches(known.labels())) {
                double value = known.curve().average(now, UsageMeter.WINDOW);
                values.add(new ExternalMetricValue(metric, known.labels(), now, null, milli(value)));
            }
        }
        return values;
    }

    @Override
    public List<CustomMetric> customMetrics() {
        var metrics = new LinkedHashSet<CustomMetric>();
        catalog.ofPods().forEach(known -> metrics.add(new CustomMetric("v1", "Pod", known.metric())));
        for (var known : catalog.ofObjects()) {
            var object = known.object();
            metrics.add(new CustomMetric(Absent.text(object.apiVersion()), Absent.text(object.kind()), known.metric()));
        }
        return List.copyOf(metrics);
    }

    @Override
    public List<String> externalMetrics() {
        var names = new TreeSet<String>();
        catalog.external().forEach(known -> names.add(known.metric()));
        return List.copyOf(names);
    }

    private static MetricValue value(
            String kind, String name, String namespace, String metric, double value, Instant now) {
        return new MetricValue(
                new ObjectReference(kind, namespace, name, null, null, null, null),
                new MetricIdentifier(metric, null),
                now,
                UsageMeter.WINDOW.toSeconds(),
                milli(value));
    }

    private static Quantity milli(double value) {
        return Quantity.ofMilli(Math.round(value * 1000), Quantity.Format.DECIMAL_SI);
    }
}
