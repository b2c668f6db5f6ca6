package io.kubelayers.governance.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Metrics as somebody recorded them, to be played back: in Prometheus' text form, with a time behind each value.
 *
 * <pre>{@code
 * # TYPE queue_length gauge
 * queue_length{queue="orders"} 10 1767225600000
 * queue_length{queue="orders"} 250 1767225900000
 * }</pre>
 *
 * <pre>{@code
 * var recorded = RecordedMetrics.prometheus(text).startingAt(cluster.now());
 * GovernanceLayer.standard().metrics(UsageModel.IDLE, recorded.external("shop"));
 * HpaSimulation.simulate(hpa, recorded.rate("http_requests_total", Map.of("app", "web")), Duration.ofHours(1));
 * }</pre>
 *
 * @param series each series once, in the order in which they first occur
 */
public record RecordedMetrics(List<RecordedSeries> series) {
    /** The span over which counters are told as rates. */
    public static final Duration RATE_SPAN = Duration.ofMinutes(1);

    public RecordedMetrics {
        series = List.copyOf(series);
    }

    /**
     * Reads the text form of Prometheus or OpenMetrics.
     *
     * @throws UsageCurveSyntaxException with the line at fault
     */
    public static RecordedMetrics prometheus(String text) {
        return new RecordedMetrics(new PrometheusText(text).series());
    }

    /** The same, with the earliest value at this moment and all others as much later as they were. */
    public RecordedMetrics startingAt(Instant start) {
        Instant first = null;
        for (var one : series) {
            var begin = one.trace().begin();
            first = first == null || begin.isBefore(first) ? begin : first;
        }
        var moved = new ArrayList<RecordedSeries>();
        for (var one : series) {
            var later = Duration.between(first == null ? start : first, start);
            moved.add(new RecordedSeries(one.metric(), one.labels(), one.trace().later(later)));
        }
        return new RecordedMetrics(moved);
    }

    /** The sum of a metric's series that have these labels; 0 if there are none. */
    public UsageCurve sum(String metric, Map<String, String> labels) {
        var parts = new ArrayList<UsageCurve>();
        for (var one : series) {
            if (one.metric().equals(metric) && one.has(labels)) {
                parts.add(one.trace());
            }
        }
        return sum(parts);
    }

    /** How fast a counter's series that have these labels grow together, per second over the last minute. */
    public UsageCurve rate(String metric, Map<String, String> labels) {
        var parts = new ArrayList<UsageCurve>();
        for (var one : series) {
            if (one.metric().equals(metric) && one.has(labels)) {
                parts.add(one.perSecond(RATE_SPAN));
            }
        }
        return sum(parts);
    }

    private static UsageCurve sum(List<UsageCurve> parts) {
        return time -> {
            double sum = 0;
            for (var part : parts) {
                sum += part.at(time);
            }
            return sum;
        };
    }

    /**
     * All series as external metrics.
     *
     * @param namespace namespace they are visible in; "" for all
     */
    public MetricCatalog external(String namespace) {
        var catalog = MetricCatalog.EMPTY;
        for (var one : series) {
            catalog = catalog.external(namespace, one.metric(), one.labels(), one.trace());
        }
        return catalog;
    }
}
