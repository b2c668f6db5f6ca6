package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param type TODO-DOC
 * @param object TODO-DOC
 * @param pods TODO-DOC
 * @param resource TODO-DOC
 * @param containerResource TODO-DOC
 * @param external TODO-DOC
 */
@RecordBuilder
public record MetricStatus(
    @Required @EnumValues(value = MetricSourceType.class, closed = false) @Pb(1) String type,
    @Pb(2) @Nullable ObjectMetricStatus object,
    @Pb(3) @Nullable PodsMetricStatus pods,
    @Pb(4) @Nullable ResourceMetricStatus resource,
    @Pb(7) @Nullable ContainerResourceMetricStatus containerResource,
    @Pb(5) @Nullable ExternalMetricStatus external)
    implements MetricStatusBuilder.With {
    public MetricStatus {
        type = Absent.text(type);
    }


    /**
     * TODO-DOC.
     *
     * @param metric TODO-DOC
     * @param current TODO-DOC
     * @param describedObject TODO-DOC
     */
    @RecordBuilder
    public record ObjectMetricStatus(
        @Required @Pb(1) MetricIdentifier metric,
        @Required @Pb(2) MetricValueStatus current,
        @Required @Pb(3) CrossVersionObjectReference describedObject)
        implements MetricStatusObjectMetricStatusBuilder.With {
        public ObjectMetricStatus {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            current = Absent.or(current, MetricValueStatus.EMPTY);
            describedObject = Absent.or(describedObject, CrossVersionObjectReference.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param metric TODO-DOC
     * @param current TODO-DOC
     */
    @RecordBuilder
    public record PodsMetricStatus(
        @Required @Pb(1) MetricIdentifier metric,
        @Required @Pb(2) MetricValueStatus current)
        implements MetricStatusPodsMetricStatusBuilder.With {
        public PodsMetricStatus {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            current = Absent.or(current, MetricValueStatus.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param current TODO-DOC
     */
    @RecordBuilder
    public record ResourceMetricStatus(
        @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String name,
        @Required @Pb(2) MetricValueStatus current)
        implements MetricStatusResourceMetricStatusBuilder.With {
        public ResourceMetricStatus {
            name = Absent.text(name);
            current = Absent.or(current, MetricValueStatus.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param current TODO-DOC
     * @param container TODO-DOC
     */
    @RecordBuilder
    public record ContainerResourceMetricStatus(
        @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String name,
        @Required @Pb(2) MetricValueStatus current,
        @Required @Pb(3) String container)
        implements MetricStatusContainerResourceMetricStatusBuilder.With {
        public ContainerResourceMetricStatus {
            name = Absent.text(name);
            current = Absent.or(current, MetricValueStatus.EMPTY);
            container = Absent.text(container);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param metric TODO-DOC
     * @param current TODO-DOC
     */
    @RecordBuilder
    public record ExternalMetricStatus(
        @Required @Pb(1) MetricIdentifier metric,
        @Required @Pb(2) MetricValueStatus current)
        implements MetricStatusExternalMetricStatusBuilder.With {
        public ExternalMetricStatus {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            current = Absent.or(current, MetricValueStatus.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param value TODO-DOC
     * @param averageValue TODO-DOC
     * @param averageUtilization TODO-DOC
     */
    @RecordBuilder
    public record MetricValueStatus(
        @Pb(1) @Nullable Quantity value,
        @Pb(2) @Nullable Quantity averageValue,
        @Pb(3) @Nullable Integer averageUtilization)
        implements MetricStatusMetricValueStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final MetricValueStatus EMPTY = new MetricValueStatus(null, null, null);

    }
}
