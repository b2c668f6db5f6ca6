package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a given number of identical pods running; usually owned by a Deployment.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted state.
 * @param status State last observed by the controller; may lag behind.
 */
@Kind(
        group = "apps",
        version = "v1",
        plural = "replicasets",
        shortNames = "rs",
        categories = "all",
        subresources = {
            @Subresource(
                    name = "scale",
                    verbs = {"get", "patch", "update"},
                    kind = "Scale"),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Desired", type = "integer"),
            @Column(name = "Current", type = "integer"),
            @Column(name = "Ready", type = "integer"),
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record ReplicaSet(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, ReplicaSetBuilder.With {
    public ReplicaSet {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ReplicaSet withMetadata(ObjectMeta metadata) {
        return ReplicaSetBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired state of a ReplicaSet: how many pods and of which template.
     *
     * @param replicas Wanted number of pods; null is read as 1.
     * @param minReadySeconds Seconds a new pod must stay ready before it counts as available; 0 counts it at once.
     * @param selector Labels that tell which pods belong here; must match the template, cannot change.
     * @param template Template new pods are made from; a change does not touch running pods.
     */
    @TypeName("ReplicaSetSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable Integer replicas,
            @Pb(4) int minReadySeconds,
            @Required @Pb(2) @Nullable LabelSelector selector,
            @Written @Pb(3) PodTemplateSpec template)
            implements ReplicaSetSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, 0, null, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
        }
    }

    /**
     * Observed state of a ReplicaSet.
     *
     * @param replicas Pods matched by the selector that are not being deleted.
     * @param fullyLabeledReplicas Pods that carry all labels of the template.
     * @param readyReplicas Pods that are ready.
     * @param availableReplicas Pods that have been ready for at least minReadySeconds.
     * @param terminatingReplicas Pods on their way out; null if the server does not track them.
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("ReplicaSetStatus")
    @RecordBuilder
    public record Status(
            @Required @Pb(1) int replicas,
            @Pb(2) int fullyLabeledReplicas,
            @Pb(4) int readyReplicas,
            @Pb(5) int availableReplicas,
            @FeatureGate("DeploymentReplicaSetTerminatingReplicas") @Pb(7) @Nullable Integer terminatingReplicas,
            @Pb(3) long observedGeneration,
            @ListMap("type") @MergeKey("type") @Pb(6) List<Condition> conditions)
            implements ReplicaSetStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, 0, 0, 0, null, 0, null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a ReplicaSet.
     *
     * @param type Name of the aspect; ReplicaFailure means pods could not be made or deleted.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("ReplicaSetCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements ReplicaSetConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code ReplicaSetConditionType} known upstream; others may occur. */
    @TypeName("ReplicaSetConditionType")
    public static final class ConditionType {
        public static final String REPLICA_FAILURE = "ReplicaFailure";

        private ConditionType() {}
    }
}
