package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a custom metrics call.
 *
 * @param labelSelector Keeps only objects whose labels match; empty keeps all.
 * @param metricLabelSelector Keeps only series whose labels match; empty takes the name alone.
 */
@ApiType(group = "custom.metrics.k8s.io", version = "v1beta2")
@TypeName(in = "custom_metrics/v1beta2")
@RecordBuilder
public record MetricListOptions(@Pb(1) @Nullable String labelSelector, @Pb(2) @Nullable String metricLabelSelector)
        implements MetricListOptionsBuilder.With {
    public MetricListOptions {
        labelSelector = Absent.optional(labelSelector);
        metricLabelSelector = Absent.optional(metricLabelSelector);
    }
}
