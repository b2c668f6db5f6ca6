package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.Map;

/**
 * What one series of a metric was over a time.
 *
 * @param metric name of the metric
 * @param labels labels of the series
 * @param trace its values
 */
public record RecordedSeries(String metric, Map<String, String> labels, UsageTrace trace) {
    public RecordedSeries {
        labels = Absent.map(labels);
    }

    /** Whether the series has at least these labels. */
    public boolean has(Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }

    /** How fast a counter grew, per second, over the span before each moment; a counter that starts anew does not shrink. */
    public UsageCurve perSecond(Duration over) {
        return time -> trace.increase(time.minus(over), time) / Math.max(1, over.toSeconds());
    }
}
