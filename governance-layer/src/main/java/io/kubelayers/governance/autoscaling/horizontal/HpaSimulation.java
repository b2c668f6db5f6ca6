package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.SimulatedMetrics;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.governance.metrics.UsageRule;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an autoscaler would do under a load, without a cluster: the real algorithm in a small closed loop. The load is spread
 * over the ready pods, new pods take their time to become ready, metrics are measured as a metrics server does, and every 15
 * seconds the autoscaler looks.
 *
 * <pre>{@code
 * var timeline = HpaSimulation.simulate(hpa, UsageCurve.spikes(0.5, 4, start, hour, minutes10), Duration.ofHours(1));
 * System.out.print(timeline.table());
 * }</pre>
 */
public final class HpaSimulation {
    private static final Map<String, String> LABELS = Map.of("app", "simulated");
    private static final LabelSelector PODS = new LabelSelector(LABELS, List.of());

    private HpaSimulation() {}

    /**
     * The surroundings of a simulated autoscaler.
     *
     * @param hpa the autoscaler
     * @param loads total load over time by metric name: cpu in cores, memory in bytes, others in the metric's own unit
     * @param start begin of the simulation
     * @param duration length of the simulation
     * @param replicas replicas at the start, all ready
     * @param requests what each pod requests of cpu and memory
     * @param startUp time from a pod's start until it is ready
     * @param options settings of the controller
     */
    @RecordBuilder
    public record Setup(
            HorizontalPodAutoscaler hpa,
            Map<String, UsageCurve> loads,
            Instant start,
            Duration duration,
            int replicas,
            Map<String, Quantity> requests,
            Duration startUp,
            HpaOptions options)
            implements HpaSimulationSetupBuilder.With {
        public Setup {
            loads = Absent.map(loads);
            requests = Absent.map(requests);
        }

        /** One load for all metrics; pods that request 1 core and 1 Gi and are ready after 30 seconds; from minReplicas. */
        public static Setup of(HorizontalPodAutoscaler hpa, UsageCurve load, Duration duration) {
            var complete = HorizontalPodAutoscalerDefaults.apply(hpa);
            var loads = new java.util.TreeMap<String, UsageCurve>();
            for (var metric : complete.spec().metrics()) {
                loads.put(metricName(metric), load);
            }
            return new Setup(
                    complete,
                    loads,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    duration,
                    Math.max(HpaAlgorithm.minReplicas(complete), 1),
                    Map.of("cpu", Quantity.parse("1"), "memory", Quantity.parse("1Gi")),
                    Duration.ofSeconds(30),
                    HpaOptions.DEFAULT);
        }
    }

    /** Simulates with the surroundings of {@link Setup#of}. */
    public static HpaTimeline simulate(HorizontalPodAutoscaler hpa, UsageCurve load, Duration duration) {
        return simulate(Setup.of(hpa, load, duration));
    }

    /** Simulates. The same setup always gives the same timeline. */
    public static HpaTimeline simulate(Setup setup) {
        var namespace = Absent.or(setup.hpa().metadata().namespace(), "default");
        var hpa = setup.hpa().withMetadata(setup.hpa().metadata().withNamespace(namespace));
        var workload = SimulatedWorkload.of(namespace, LABELS, setup);
        var selector = Selector.of(PODS);
        var history = HpaHistory.EMPTY;
        var steps = new ArrayList<HpaTimeline.Step>();
        var end = setup.start().plus(setup.duration());
        for (var now = setup.start();
                !now.isAfter(end);
                now = now.plus(setup.options().syncPeriod())) {
            var time = now;
            var pods = workload.pods(now);
            var metrics = new SimulatedMetrics(
                    SimulatedMetrics.Inventory.of(pods),
                    usage(namespace, setup),
                    catalog(hpa, namespace, setup),
                    () -> time);
            int replicas = workload.replicas();
            var request = HpaRequest.of(hpa, scale(replicas, selector), now)
                    .withPods(pods)
                    .withReadings(MetricReadings.ask(metrics, hpa, selector))
                    .withHistory(history)
                    .withOptions(setup.options());
            var decision = HpaAlgorithm.decide(request);
            steps.add(new HpaTimeline.Step(now, loadsAt(setup, now), replicas, workload.ready(now), decision));
            history = decision.history();
            hpa = hpa.withStatus(decision.status());
            workload = workload.scaledTo(decision.replicas(), now);
        }
        return new HpaTimeline(setup.start(), steps);
    }

    private static Map<String, Double> loadsAt(Setup setup, Instant now) {
        var loads = new java.util.TreeMap<String, Double>();
        setup.loads().forEach((name, curve) -> loads.put(name, curve.at(now)));
        return loads;
    }

    private static Scale scale(int replicas, Selector selector) {
        return new Scale(ObjectMeta.EMPTY, new Scale.Spec(replicas), new Scale.Status(replicas, selector.toString()));
    }

    private static UsageModel usage(String namespace, Setup setup) {
        var rule = UsageRule.pods(namespace, PODS);
        for (var load : setup.loads().entrySet()) {
            rule = rule.shared(load.getKey(), load.getValue());
        }
        return UsageModel.of(rule);
    }

    /** The custom and external metrics of the spec, each fed with the load of its name. */
    private static MetricCatalog catalog(HorizontalPodAutoscaler hpa, String namespace, Setup setup) {
        var catalog = MetricCatalog.EMPTY;
        for (var metric : hpa.spec().metrics()) {
            var name = metricName(metric);
            var load = setup.loads().get(name);
            if (load == null) {
                continue;
            }
            if (metric.pods() != null) {
                catalog = catalog.sharedByPods(namespace, PODS, name, load);
            } else if (metric.object() != null) {
                var object = metric.object().describedObject();
                var reference = new ObjectReference(
                        object.kind(), namespace, object.name(), null, object.apiVersion(), null, null);
                catalog = catalog.ofObject(reference, name, load);
            } else if (metric.external() != null) {
                var series = metric.external().metric().selector();
                catalog = catalog.external(namespace, name, series == null ? Map.of() : series.matchLabels(), load);
            }
        }
        return catalog;
    }

    private static String metricName(MetricSpec metric) {
        if (metric.resource() != null) {
            return metric.resource().name();
        }
        if (metric.containerResource() != null) {
            return metric.containerResource().name();
        }
        if (metric.pods() != null) {
            return metric.pods().metric().name();
        }
        if (metric.object() != null) {
            return metric.object().metric().name();
        }
        return metric.external() == null ? "" : metric.external().metric().name();
    }
}
