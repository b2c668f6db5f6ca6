package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Value of a metric that belongs to no object of the cluster.
 *
 * @param metricName Name of the metric.
 * @param metricLabels Labels of the series the value is from.
 * @param timestamp When it was measured.
 * @param window Length of the measured span in seconds; null if not given.
 * @param value Measured value.
 */
@ApiType(group = "external.metrics.k8s.io", version = "v1beta1")
@TypeName(in = "external_metrics/v1beta1")
@RecordBuilder
public record ExternalMetricValue(
        @Required @Pb(1) String metricName,
        @Required @Pb(2) Map<String, String> metricLabels,
        @Required @Pb(3) @Nullable Instant timestamp,
        @Pb(4) @Nullable Long window,
        @Required @Pb(5) Quantity value)
        implements ExternalMetricValueBuilder.With {
    public ExternalMetricValue {
        metricName = Absent.text(metricName);
        metricLabels = Absent.map(metricLabels);
        value = Absent.or(value, Quantity.ZERO);
    }
}
