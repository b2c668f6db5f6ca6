package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Value of a custom metric for one object.
 *
 * @param describedObject Object the value describes.
 * @param metric Metric the value belongs to.
 * @param timestamp When it was measured.
 * @param windowSeconds Length of the measured span in seconds; null if it does not apply, 0 for a momentary value.
 * @param value Measured value.
 */
@ApiType(group = "custom.metrics.k8s.io", version = "v1beta2")
@TypeName(in = "custom_metrics/v1beta2")
@RecordBuilder
public record MetricValue(
        @Required @Pb(1) ObjectReference describedObject,
        @Required @Pb(2) MetricIdentifier metric,
        @Required @Pb(3) @Nullable Instant timestamp,
        @Pb(4) @Nullable Long windowSeconds,
        @Required @Pb(5) Quantity value)
        implements MetricValueBuilder.With {
    public MetricValue {
        describedObject = Absent.or(describedObject, ObjectReference.EMPTY);
        metric = Absent.or(metric, MetricIdentifier.EMPTY);
        value = Absent.or(value, Quantity.ZERO);
    }

    /**
     * Names a custom metric and, if needed, some of its series.
     *
     * @param name Name of the metric.
     * @param selector Label choice that was used; null if none.
     */
    @RecordBuilder
    public record MetricIdentifier(@Required @Pb(1) String name, @Written @Pb(2) @Nullable LabelSelector selector)
            implements MetricValueMetricIdentifierBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final MetricIdentifier EMPTY = new MetricIdentifier(null, null);

        public MetricIdentifier {
            name = Absent.text(name);
        }
    }
}
