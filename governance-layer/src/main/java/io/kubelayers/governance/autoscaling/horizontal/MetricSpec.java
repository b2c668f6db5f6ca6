package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One metric to scale on, with its goal; exactly the source named by type is set.
 *
 * @param type Which source is set: Object, Pods, Resource, ContainerResource or External.
 * @param object Metric of a single object; null for other types.
 * @param pods Metric averaged over the pods; null for other types.
 * @param resource CPU or memory of the pods; null for other types.
 * @param containerResource CPU or memory of one container of the pods; null for other types.
 * @param external Metric from outside the cluster; null for other types.
 */
@RecordBuilder
public record MetricSpec(
        @Required @EnumValues(value = MetricSourceType.class, closed = false) @Pb(1) String type,
        @Pb(2) @Nullable ObjectMetricSource object,
        @Pb(3) @Nullable PodsMetricSource pods,
        @Pb(4) @Nullable ResourceMetricSource resource,
        @Pb(7) @Nullable ContainerResourceMetricSource containerResource,
        @Pb(5) @Nullable ExternalMetricSource external)
        implements MetricSpecBuilder.With {
    public MetricSpec {
        type = Absent.text(type);
    }

    /**
     * Goal for a metric that describes a single object, such as requests of an Ingress.
     *
     * @param describedObject Object the metric describes.
     * @param target Goal, a value or an average per pod.
     * @param metric Metric to read.
     */
    @RecordBuilder
    public record ObjectMetricSource(
            @Required @Pb(1) CrossVersionObjectReference describedObject,
            @Required @Pb(2) MetricTarget target,
            @Required @Pb(3) MetricIdentifier metric)
            implements MetricSpecObjectMetricSourceBuilder.With {
        public ObjectMetricSource {
            describedObject = Absent.or(describedObject, CrossVersionObjectReference.EMPTY);
            target = Absent.or(target, MetricTarget.EMPTY);
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
        }
    }

    /**
     * Goal for a metric taken from each pod and averaged.
     *
     * @param metric Metric to read.
     * @param target Goal, always an average value.
     */
    @RecordBuilder
    public record PodsMetricSource(@Required @Pb(1) MetricIdentifier metric, @Required @Pb(2) MetricTarget target)
            implements MetricSpecPodsMetricSourceBuilder.With {
        public PodsMetricSource {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            target = Absent.or(target, MetricTarget.EMPTY);
        }
    }

    /**
     * Goal for a resource such as CPU or memory, averaged over the pods.
     *
     * @param name Resource name, such as cpu.
     * @param target Goal, a percentage of the request or an average amount.
     */
    @RecordBuilder
    public record ResourceMetricSource(
            @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String name,
            @Required @Pb(2) MetricTarget target)
            implements MetricSpecResourceMetricSourceBuilder.With {
        public ResourceMetricSource {
            name = Absent.text(name);
            target = Absent.or(target, MetricTarget.EMPTY);
        }
    }

    /**
     * Goal for a resource of one container, averaged over the pods.
     *
     * @param name Resource name, such as cpu.
     * @param target Goal, a percentage of the request or an average amount.
     * @param container Name of the container that is measured.
     */
    @RecordBuilder
    public record ContainerResourceMetricSource(
            @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String name,
            @Required @Pb(2) MetricTarget target,
            @Required @Pb(3) String container)
            implements MetricSpecContainerResourceMetricSourceBuilder.With {
        public ContainerResourceMetricSource {
            name = Absent.text(name);
            target = Absent.or(target, MetricTarget.EMPTY);
            container = Absent.text(container);
        }
    }

    /**
     * Goal for a metric that belongs to no object of the cluster, such as a queue length.
     *
     * @param metric Metric to read.
     * @param target Goal, a total value or an average per pod, not both.
     */
    @RecordBuilder
    public record ExternalMetricSource(@Required @Pb(1) MetricIdentifier metric, @Required @Pb(2) MetricTarget target)
            implements MetricSpecExternalMetricSourceBuilder.With {
        public ExternalMetricSource {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            target = Absent.or(target, MetricTarget.EMPTY);
        }
    }
}
