package io.kubelayers.interfaces.http.metrics;

import io.kubelayers.application.scheduling.SchedulerCensus;
import io.kubelayers.application.scheduling.SchedulerMetrics;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Status;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a scheduler does, under upstream's names ({@code scheduler/metrics/metrics.go}). Safe for use by many threads.
 *
 * <pre>{@code
 * var metrics = SchedulerPrometheus.create();
 * Cluster.builder().layers(ApplicationLayer.standard(), SchedulerMetricsLayer.of(metrics))...
 * metrics.text();  // scheduler_pending_pods{queue="unschedulable"} 3.0
 * }</pre>
 */
public final class SchedulerPrometheus implements SchedulerMetrics {
    private static final double[] ATTEMPT = powers(0.001, 15);
    private static final double[] POD = powers(0.01, 20);
    private static final double[] POINT = powers(0.0001, 12);
    private static final double[] PLUGIN = powers(0.00001, 1.5, 20);

    /** Attempts of one pod are told apart up to here. */
    private static final int MANY = 15;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter attempts = Counter.builder()
            .name("scheduler_schedule_attempts_total")
            .help("Number of attempts to schedule pods, by the result. 'unschedulable' means a pod could not be"
                    + " scheduled, while 'error' means an internal scheduler problem.")
            .labelNames("result", "profile")
            .register(registry);
    private final Histogram attemptDuration = histogram(
            "scheduler_scheduling_attempt_duration_seconds",
            "Scheduling attempt latency in seconds (scheduling algorithm + binding)",
            ATTEMPT,
            "result",
            "profile");
    private final Histogram algorithmDuration = histogram(
            "scheduler_scheduling_algorithm_duration_seconds", "Scheduling algorithm latency in seconds", ATTEMPT);
    private final Histogram podDuration = histogram(
            "scheduler_pod_scheduling_sli_duration_seconds",
            "E2e latency for a pod being scheduled, from the time the pod enters the scheduling queue and might"
                    + " involve multiple scheduling attempts.",
            POD,
            "attempts");
    private final Histogram podAttempts = histogram(
            "scheduler_pod_scheduling_attempts", "Number of attempts to successfully schedule a pod.", powers(1, 5));
    private final Histogram pointDuration = histogram(
            "scheduler_framework_extension_point_duration_seconds",
            "Latency for running all plugins of a specific extension point.",
            POINT,
            "extension_point",
            "status",
            "profile");
    private final Histogram pluginDuration = histogram(
            "scheduler_plugin_execution_duration_seconds",
            "Duration for running a plugin at a specific extension point.",
            PLUGIN,
            "plugin",
            "extension_point",
            "status");
    private final Counter evaluations = Counter.builder()
            .name("scheduler_plugin_evaluation_total")
            .help("Number of attempts to schedule pods by each plugin and the extension point (available only in"
                    + " PreFilter, Filter, PreScore, and Score).")
            .labelNames("plugin", "extension_point", "profile")
            .register(registry);
    private final Histogram victims =
            histogram("scheduler_preemption_victims", "Number of selected preemption victims", powers(1, 7));
    private final Counter preemptions = Counter.builder()
            .name("scheduler_preemption_attempts_total")
            .help("Total preemption attempts in the cluster till now")
            .register(registry);
    private final Histogram permitWait =
            histogram("scheduler_permit_wait_duration_seconds", "Duration of waiting on permit.", ATTEMPT, "result");
    private volatile @Nullable Supplier<SchedulerCensus> census;

    private SchedulerPrometheus() {
        gauge(
                "scheduler_pending_pods",
                "Number of pending pods, by the queue type. 'active' means number of pods in activeQ; 'backoff' means number of"
                        + " pods in backoffQ; 'unschedulable' means number of pods in unschedulablePods that the scheduler"
                        + " attempted to schedule and failed; 'gated' is the number of unschedulable pods that the scheduler"
                        + " never attempted to schedule because they are gated.",
                "queue",
                now -> gauge -> now.pending().forEach((queue, count) -> gauge.call(count, queue)));
        gauge(
                "scheduler_cache_size",
                "Number of nodes, pods, and assumed (bound) pods in the scheduler cache.",
                "type",
                now -> gauge -> {
                    gauge.call(now.nodes(), "nodes");
                    gauge.call(now.pods(), "pods");
                    gauge.call(now.assumedPods(), "assumed_pods");
                });
        GaugeWithCallback.builder()
                .name("scheduler_unschedulable_pods")
                .help("The number of unschedulable pods broken down by plugin name. A pod will increment the gauge for"
                        + " all plugins that caused it to not schedule and so this metric have meaning only when broken"
                        + " down by plugin.")
                .labelNames("plugin", "profile")
                .callback(gauge -> look(now -> now.unschedulable()
                        .forEach((rejection, count) -> gauge.call(count, rejection.plugin(), rejection.profile()))))
                .register(registry);
        CounterWithCallback.builder()
                .name("scheduler_queue_incoming_pods_total")
                .help("Number of pods added to scheduling queues by event and queue type.")
                .labelNames("queue", "event")
                .callback(counter -> look(
                        now -> now.incoming().forEach((way, count) -> counter.call(count, way.queue(), way.event()))))
                .register(registry);
    }

    /** Nothing counted yet. */
    public static SchedulerPrometheus create() {
        return new SchedulerPrometheus();
    }

    private static double[] powers(double first, int number) {
        return powers(first, 2, number);
    }

    private static double[] powers(double first, double factor, int number) {
        var bounds = new double[number];
        bounds[0] = first;
        for (int i = 1; i < number; i++) {
            bounds[i] = bounds[i - 1] * factor;
        }
        return bounds;
    }

    private Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(bounds)
                .labelNames(labels)
                .register(registry);
    }

    private void gauge(
            String name,
            String help,
            String label,
            java.util.function.Function<SchedulerCensus, Consumer<GaugeWithCallback.Callback>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(gauge -> look(now -> values.apply(now).accept(gauge)))
                .register(registry);
    }

    private void look(Consumer<SchedulerCensus> at) {
        var known = census;
        if (known != null) {
            at.accept(known.get());
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @Override
    public void attempted(String profile, Result result, Duration took) {
        attempts.labelValues(result.label(), profile).inc();
        attemptDuration.labelValues(result.label(), profile).observe(seconds(took));
    }

    @Override
    public void decided(Duration took) {
        algorithmDuration.observe(seconds(took));
    }

    @Override
    public void scheduled(int tries, Duration sinceFirst) {
        podDuration
                .labelValues(tries >= MANY ? MANY + "+" : Integer.toString(tries))
                .observe(seconds(sinceFirst));
        podAttempts.observe(tries);
    }

    @Override
    public void ran(String profile, ExtensionPoint point, Status.Code outcome, Duration took) {
        pointDuration.labelValues(point.toString(), outcome.toString(), profile).observe(seconds(took));
        if (point == ExtensionPoint.POST_FILTER) {
            preemptions.inc();
        }
    }

    @Override
    public void executed(String plugin, ExtensionPoint point, Status.Code outcome, Duration took) {
        pluginDuration.labelValues(plugin, point.toString(), outcome.toString()).observe(seconds(took));
    }

    @Override
    public void evaluated(String profile, String plugin, ExtensionPoint point, int times) {
        evaluations.labelValues(plugin, point.toString(), profile).inc(times);
    }

    @Override
    public void preempting(int number) {
        victims.observe(number);
    }

    @Override
    public void waitedForPermit(Status.Code outcome, Duration took) {
        permitWait.labelValues(outcome.toString()).observe(seconds(took));
    }

    @Override
    public void changed(Supplier<SchedulerCensus> known) {
        census = known;
    }

    /** All of it as text. */
    public String text() {
        return Exposition.text(registry);
    }
}
