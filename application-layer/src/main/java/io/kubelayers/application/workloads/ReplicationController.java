package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
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
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A controller that keeps a given number of equal pods running; the forerunner of ReplicaSet.
 *
 * @param metadata the usual object metadata
 * @param spec Desired number and shape of pods.
 * @param status Pod counts as last observed; written by the controller.
 */
@Kind(
        version = "v1",
        plural = "replicationcontrollers",
        shortNames = "rc",
        categories = "all",
        fieldSelectors = "status.replicas",
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
public record ReplicationController(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, ReplicationControllerBuilder.With {
    public ReplicationController {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ReplicationController withMetadata(ObjectMeta metadata) {
        return ReplicationControllerBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The desired state of a replication controller.
     *
     * @param replicas Wanted number of pods, 0 or more; defaults to 1.
     * @param minReadySeconds Seconds a pod must stay ready to count as available; defaults to 0.
     * @param selector Labels of the pods to manage; empty takes the template's labels.
     * @param template Blueprint for new pods, with restartPolicy Always.
     */
    @TypeName("ReplicationControllerSpec")
    @RecordBuilder
    public record Spec(
            @Default(value = "1", published = true) @Limits(minimum = 0) @Pb(1) @Nullable Integer replicas,
            @Default(value = "0", published = true) @Limits(minimum = 0) @Pb(4) int minReadySeconds,
            @Atomic @Pb(2) Map<String, String> selector,
            @Pb(3) @Nullable PodTemplateSpec template)
            implements ReplicationControllerSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, 0, null, null);

        public Spec {
            selector = Absent.map(selector);
        }
    }

    /**
     * The observed state of a replication controller.
     *
     * @param replicas Number of pods that exist.
     * @param fullyLabeledReplicas Number of pods carrying all labels of the template.
     * @param readyReplicas Number of pods that are ready.
     * @param availableReplicas Number of pods ready for at least minReadySeconds.
     * @param observedGeneration Generation this status is based on.
     * @param conditions Current conditions, keyed by type.
     */
    @TypeName("ReplicationControllerStatus")
    @RecordBuilder
    public record Status(
            @Required @Pb(1) int replicas,
            @Pb(2) int fullyLabeledReplicas,
            @Pb(4) int readyReplicas,
            @Pb(5) int availableReplicas,
            @Pb(3) long observedGeneration,
            @ListMap("type") @MergeKey("type") @Pb(6) List<Condition> conditions)
            implements ReplicationControllerStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One condition of a replication controller.
     *
     * @param type What is reported; ReplicaFailure is the known value.
     * @param status True, False or Unknown.
     * @param lastTransitionTime Time at which the status last changed.
     * @param reason Short CamelCase cause of the latest change.
     * @param message Readable detail about the latest change.
     */
    @TypeName("ReplicationControllerCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements ReplicationControllerConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code ReplicationControllerConditionType} known upstream; others may occur. */
    @TypeName("ReplicationControllerConditionType")
    public static final class ConditionType {
        public static final String REPLICA_FAILURE = "ReplicaFailure";

        private ConditionType() {}
    }
}
