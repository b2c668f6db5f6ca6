package io.kubelayers.interfaces.http.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts requests. Safe for use by many threads. */
public final class RequestMetrics {
    /** The type of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8; escaping=underscores";

    private static final String COMPONENT = "apiserver";
    private static final String[] LABELS = {
        "component", "dry_run", "group", "resource", "scope", "subresource", "verb", "version"
    };

    private static final double[] SECONDS = {
        0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests;
    private final Histogram durations;
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger();

    private RequestMetrics(Instant startedAt, String version) {
        requests = Counter.builder()
                .name("apiserver_request_total")
                .help("Counter of apiserver requests broken out for each verb, dry run value, group, version, resource,"
                        + " scope, component, and HTTP response code.")
                .labelNames(
                        "code", "component", "dry_run", "group", "resource", "scope", "subresource", "verb", "version")
                .register(registry);
        durations = Histogram.builder()
                .name("apiserver_request_duration_seconds")
                .help("Response latency distribution in seconds for each verb, dry run value, group, version, resource,"
                        + " subresource, scope and component.")
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .labelNames(LABELS)
                .register(registry);
        GaugeWithCallback.builder()
                .name("apiserver_current_inflight_requests")
                .help("Maximal number of currently used inflight request limit of this apiserver per request kind in"
                        + " last second.")
                .labelNames("request_kind")
                .callback(gauge -> {
                    gauge.call(reading.get(), "readOnly");
                    gauge.call(writing.get(), "mutating");
                })
                .register(registry);
        Gauge.builder()
                .name("process_start_time_seconds")
                .help("Start time of the process since unix epoch in seconds.")
                .register(registry)
                .set(startedAt.toEpochMilli() / 1000.0);
        Gauge.builder()
                .name("kubernetes_build_info")
                .help("A metric with a constant '1' value labeled by major, minor and git version from which"
                        + " Kubernetes was built.")
                .labelNames("git_version", "major", "minor", "platform")
                .register(registry)
                .labelValues(version, "1", "35", System.getProperty("os.name", ""))
                .set(1);
    }

    /**
     * Nothing counted yet.
     *
     * @param version the version that the server says it has
     */
    public static RequestMetrics create(Instant startedAt, String version) {
        return new RequestMetrics(startedAt, version);
    }

    /** A request has come. */
    public void entered(boolean writes) {
        (writes ? writing : reading).incrementAndGet();
    }

    /** A request has been answered. */
    public void left(boolean writes) {
        (writes ? writing : reading).decrementAndGet();
    }

    /** A request was answered with that code after that time. */
    public void handled(Handled what, int code, Duration took) {
        requests.labelValues(
                        Integer.toString(code),
                        COMPONENT,
                        what.dryRun(),
                        what.group(),
                        what.resource(),
                        what.scope(),
                        what.subresource(),
                        what.verb(),
                        what.version())
                .inc();
        durations
                .labelValues(
                        COMPONENT,
                        what.dryRun(),
                        what.group(),
                        what.resource(),
                        what.scope(),
                        what.subresource(),
                        what.verb(),
                        what.version())
                .observe(took.toNanos() / 1e9);
    }

    /** All of it as text. */
    public String text() {
        return Exposition.text(registry);
    }
}
