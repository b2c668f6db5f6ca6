package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets the replica count of a workload so that chosen metrics stay near their goals.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted behaviour.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "autoscaling",
        version = "v2",
        plural = "horizontalpodautoscalers",
        shortNames = "hpa",
        categories = "all",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Reference"),
            @Column(name = "Targets"),
            @Column(name = "MinPods"),
            @Column(name = "MaxPods"),
            @Column(name = "Replicas"),
            @Column(name = "Age")
        })
@RecordBuilder
public record HorizontalPodAutoscaler(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, HorizontalPodAutoscalerBuilder.With {
    public HorizontalPodAutoscaler {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public HorizontalPodAutoscaler withMetadata(ObjectMeta metadata) {
        return HorizontalPodAutoscalerBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired behaviour of an autoscaler: target, bounds, metrics and speed.
     *
     * @param scaleTargetRef Object whose replica count is set; it must have a scale subresource.
     * @param minReplicas Lowest replica count; null is read as 1, 0 needs a feature gate.
     * @param maxReplicas Highest replica count; at least 1 and not below minReplicas.
     * @param metrics Metrics to scale on, the one asking for most replicas wins; empty means 80 percent CPU.
     * @param behavior How fast to scale up and down; null takes the built-in rules.
     */
    @TypeName("HorizontalPodAutoscalerSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) CrossVersionObjectReference scaleTargetRef,
            @FeatureGate("HPAScaleToZero") @Pb(2) @Nullable Integer minReplicas,
            @Required @Pb(3) int maxReplicas,
            @Atomic @Pb(4) List<MetricSpec> metrics,
            @Pb(5) @Nullable HorizontalPodAutoscalerBehavior behavior)
            implements HorizontalPodAutoscalerSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, 0, null, null);

        public Spec {
            scaleTargetRef = Absent.or(scaleTargetRef, CrossVersionObjectReference.EMPTY);
            metrics = Absent.list(metrics);
        }
    }

    /**
     * Observed state of an autoscaler.
     *
     * @param observedGeneration Last metadata.generation the controller has processed; null if none.
     * @param lastScaleTime When the replica count was last changed; null if never.
     * @param currentReplicas Replicas the target had at the last look.
     * @param desiredReplicas Replicas the autoscaler last asked for.
     * @param currentMetrics Last readings of the metrics.
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("HorizontalPodAutoscalerStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) @Nullable Long observedGeneration,
            @Pb(2) @Nullable Instant lastScaleTime,
            @Pb(3) int currentReplicas,
            @Required @Pb(4) int desiredReplicas,
            @Written @Atomic @Pb(5) List<MetricStatus> currentMetrics,
            @ListMap("type") @MergeKey("type") @Pb(6) List<Condition> conditions)
            implements HorizontalPodAutoscalerStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, 0, 0, null, null);

        public Status {
            currentMetrics = Absent.list(currentMetrics);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of an autoscaler.
     *
     * @param type ScalingActive, AbleToScale or ScalingLimited.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("HorizontalPodAutoscalerCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements HorizontalPodAutoscalerConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code HorizontalPodAutoscalerConditionType} known upstream; others may occur. */
    @TypeName("HorizontalPodAutoscalerConditionType")
    public static final class ConditionType {
        public static final String SCALING_ACTIVE = "ScalingActive";
        public static final String ABLE_TO_SCALE = "AbleToScale";
        public static final String SCALING_LIMITED = "ScalingLimited";

        private ConditionType() {}
    }
}
