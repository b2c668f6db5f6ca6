package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Goal for a metric, given in one of three forms.
 *
 * @param type Form of the goal: Utilization, Value or AverageValue.
 * @param value Wanted value, above 0; null for other forms.
 * @param averageValue Wanted average per pod, above 0; null for other forms.
 * @param averageUtilization Wanted average use in percent of the request, resources only; null for other forms.
 */
@RecordBuilder
public record MetricTarget(
        @Required @EnumValues(value = Type.class, closed = false) @Pb(1) String type,
        @Pb(2) @Nullable Quantity value,
        @Pb(3) @Nullable Quantity averageValue,
        @Pb(4) @Nullable Integer averageUtilization)
        implements MetricTargetBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final MetricTarget EMPTY = new MetricTarget(null, null, null, null);

    public MetricTarget {
        type = Absent.text(type);
    }

    /** The values of {@code MetricTargetType} known upstream; others may occur. */
    @TypeName("MetricTargetType")
    public static final class Type {
        public static final String UTILIZATION = "Utilization";
        public static final String VALUE = "Value";
        public static final String AVERAGE_VALUE = "AverageValue";

        private Type() {}
    }
}
