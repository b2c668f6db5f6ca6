package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Absent;
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
     * TODO-DOC.
     *
     * @param describedObject TODO-DOC
     * @param target TODO-DOC
     * @param metric TODO-DOC
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
     * TODO-DOC.
     *
     * @param metric TODO-DOC
     * @param target TODO-DOC
     */
    @RecordBuilder
    public record PodsMetricSource(
        @Required @Pb(1) MetricIdentifier metric,
        @Required @Pb(2) MetricTarget target)
        implements MetricSpecPodsMetricSourceBuilder.With {
        public PodsMetricSource {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            target = Absent.or(target, MetricTarget.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param target TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param target TODO-DOC
     * @param container TODO-DOC
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
     * TODO-DOC.
     *
     * @param metric TODO-DOC
     * @param target TODO-DOC
     */
    @RecordBuilder
    public record ExternalMetricSource(
        @Required @Pb(1) MetricIdentifier metric,
        @Required @Pb(2) MetricTarget target)
        implements MetricSpecExternalMetricSourceBuilder.With {
        public ExternalMetricSource {
            metric = Absent.or(metric, MetricIdentifier.EMPTY);
            target = Absent.or(target, MetricTarget.EMPTY);
        }

    }
}
