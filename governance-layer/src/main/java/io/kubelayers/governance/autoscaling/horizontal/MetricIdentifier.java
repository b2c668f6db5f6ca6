package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Names a metric and, if needed, some of its series.
 *
 * @param name Name of the metric.
 * @param selector Narrows the metric by its own labels; null takes the name alone.
 */
@RecordBuilder
public record MetricIdentifier(@Required @Pb(1) String name, @Pb(2) @Nullable LabelSelector selector)
        implements MetricIdentifierBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final MetricIdentifier EMPTY = new MetricIdentifier(null, null);

    public MetricIdentifier {
        name = Absent.text(name);
    }
}
