package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param describedObject TODO-DOC
 * @param metric TODO-DOC
 * @param timestamp TODO-DOC
 * @param windowSeconds TODO-DOC
 * @param value TODO-DOC
 */
@ApiType(group = "custom.metrics.k8s.io", version = "v1beta2")
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param selector TODO-DOC
     */
    @RecordBuilder
    public record MetricIdentifier(
        @Required @Pb(1) String name,
        @Written @Pb(2) @Nullable LabelSelector selector)
        implements MetricValueMetricIdentifierBuilder.With {
        /** The value of a field that was not set. */
        public static final MetricIdentifier EMPTY = new MetricIdentifier(null, null);

        public MetricIdentifier {
            name = Absent.text(name);
        }

    }
}
