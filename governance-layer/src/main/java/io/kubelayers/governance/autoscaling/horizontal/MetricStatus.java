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
 * Last reading of one metric; exactly the source named by type is set.
 *
 * @param type Which source is set: Object, Pods, Resource, ContainerResource or External.
 * @param object Reading of a single object's metric; null for other types.
 * @param pods Reading averaged over the pods; null for other types.
 * @param resource Reading of CPU or memory of the pods; null for other types.
 * @param containerResource Reading of CPU or memory of one container; null for other types.
 * @param external Reading from outside the cluster; null for other types.
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
     * Last reading of a metric that describes a single object.
     *
     * @param metric Metric that was read.
     * @param current Measured value.
     * @param describedObject Object the metric describes.
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
     * Last reading of a metric averaged over the pods.
     *
     * @param metric Metric that was read.
     * @param current Measured average.
     */
    @RecordBuilder
    public record PodsMetricStatus(@Required @Pb(1) MetricIdentifier metric, @Required @Pb(2) MetricValueStatus current)
            implements MetricStatusPodsMetricStatusBuilder.With {
        public PodsMetricStatus {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            current = Absent.or(current, MetricValueStatus.EMPTY);
        }
    }

    /**
     * Last reading of a resource averaged over the pods.
     *
     * @param name Resource name, such as cpu.
     * @param current Measured average.
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
     * Last reading of a resource of one container, averaged over the pods.
     *
     * @param name Resource name, such as cpu.
     * @param current Measured average.
     * @param container Name of the container that is measured.
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
     * Last reading of a metric from outside the cluster.
     *
     * @param metric Metric that was read.
     * @param current Measured value.
     */
    @RecordBuilder
    public record ExternalMetricStatus(
            @Required @Pb(1) MetricIdentifier metric, @Required @Pb(2) MetricValueStatus current)
            implements MetricStatusExternalMetricStatusBuilder.With {
        public ExternalMetricStatus {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            current = Absent.or(current, MetricValueStatus.EMPTY);
        }
    }

    /**
     * Measured value of a metric in up to three forms.
     *
     * @param value Measured value; null if not computed.
     * @param averageValue Measured average per pod; null if not computed.
     * @param averageUtilization Measured average use in percent of the request; null if not computed.
     */
    @RecordBuilder
    public record MetricValueStatus(
            @Pb(1) @Nullable Quantity value,
            @Pb(2) @Nullable Quantity averageValue,
            @Pb(3) @Nullable Integer averageUtilization)
            implements MetricStatusMetricValueStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final MetricValueStatus EMPTY = new MetricValueStatus(null, null, null);
    }
}
