package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets the replica count of a workload so that average CPU use stays near a goal.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted behaviour.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "autoscaling",
        version = "v1",
        kind = "HorizontalPodAutoscaler",
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
        },
        hub = HorizontalPodAutoscaler.class)
@RecordBuilder
public record HorizontalPodAutoscalerV1(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, HorizontalPodAutoscalerV1Builder.With {
    public HorizontalPodAutoscalerV1 {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public HorizontalPodAutoscalerV1 withMetadata(ObjectMeta metadata) {
        return HorizontalPodAutoscalerV1Builder.With.super.withMetadata(metadata);
    }

    /**
     * Desired behaviour of an autoscaler that looks at CPU only: target, bounds and goal.
     *
     * @param scaleTargetRef Object whose replica count is set; it must have a scale subresource.
     * @param minReplicas Lowest replica count; null is read as 1, 0 needs a feature gate.
     * @param maxReplicas Highest replica count; at least 1 and not below minReplicas.
     * @param targetCPUUtilizationPercentage Wanted average CPU use in percent of the request; null lets the server
     *     pick 80.
     */
    @TypeName("HorizontalPodAutoscalerSpec")
    @RecordBuilder
    public record Spec(
            @Required @Atomic @Pb(1) Target scaleTargetRef,
            @FeatureGate("HPAScaleToZero") @Pb(2) @Nullable Integer minReplicas,
            @Required @Pb(3) int maxReplicas,
            @Pb(4) @Nullable Integer targetCPUUtilizationPercentage)
            implements HorizontalPodAutoscalerV1SpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, 0, null);

        public Spec {
            scaleTargetRef = Absent.or(scaleTargetRef, Target.EMPTY);
        }
    }

    /**
     * Names the object that is scaled, as v1 does: the same as {@link CrossVersionObjectReference}, which is the type of v2.
     *
     * @param kind Kind of the object.
     * @param name Name of the object.
     * @param apiVersion API group and version of the object; empty leaves it open.
     */
    @TypeName("CrossVersionObjectReference")
    @RecordBuilder
    public record Target(@Required @Pb(1) String kind, @Required @Pb(2) String name, @Pb(3) @Nullable String apiVersion)
            implements HorizontalPodAutoscalerV1TargetBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Target EMPTY = new Target(null, null, null);

        public Target {
            kind = Absent.text(kind);
            name = Absent.text(name);
            apiVersion = Absent.optional(apiVersion);
        }

        /** The target in v1's words. */
        static Target of(CrossVersionObjectReference reference) {
            return new Target(reference.kind(), reference.name(), reference.apiVersion());
        }

        /** The target in v2's words. */
        CrossVersionObjectReference reference() {
            return new CrossVersionObjectReference(kind, name, apiVersion);
        }
    }

    /**
     * Observed state of a CPU-only autoscaler.
     *
     * @param observedGeneration Last metadata.generation the controller has processed; null if none.
     * @param lastScaleTime When the replica count was last changed; null if never.
     * @param currentReplicas Replicas the target has now.
     * @param desiredReplicas Replicas the autoscaler wants.
     * @param currentCPUUtilizationPercentage Measured average CPU use in percent of the request; null if unknown.
     */
    @TypeName("HorizontalPodAutoscalerStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) @Nullable Long observedGeneration,
            @Pb(2) @Nullable Instant lastScaleTime,
            @Required @Pb(3) int currentReplicas,
            @Required @Pb(4) int desiredReplicas,
            @Pb(5) @Nullable Integer currentCPUUtilizationPercentage)
            implements HorizontalPodAutoscalerV1StatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, 0, 0, null);
    }
}
