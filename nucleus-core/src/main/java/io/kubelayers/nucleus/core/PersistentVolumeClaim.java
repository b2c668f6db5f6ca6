package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
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
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A namespaced request for storage, which the cluster satisfies by binding a matching persistent volume.
 *
 * @param metadata the usual object metadata
 * @param spec Storage that is asked for.
 * @param status What was bound and how resizing or changes are going; written by controllers.
 */
@Kind(
        version = "v1",
        plural = "persistentvolumeclaims",
        shortNames = "pvc",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Status"),
            @Column(name = "Volume"),
            @Column(name = "Capacity"),
            @Column(name = "Access Modes"),
            @Column(name = "StorageClass"),
            @Column(name = "VolumeAttributesClass"),
            @Column(name = "Age"),
            @Column(name = "VolumeMode", priority = 1)
        })
@RecordBuilder
public record PersistentVolumeClaim(
        @Written @Pb(1) ObjectMeta metadata,
        @Written @Pb(2) PersistentVolumeClaimSpec spec,
        @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, PersistentVolumeClaimBuilder.With {
    public PersistentVolumeClaim {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, PersistentVolumeClaimSpec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public PersistentVolumeClaim withMetadata(ObjectMeta metadata) {
        return PersistentVolumeClaimBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The progress of switching a claim to another VolumeAttributesClass.
     *
     * @param targetVolumeAttributesClassName Class that the volume is being moved to.
     * @param status Pending while the class is missing, InProgress during the change, Infeasible when the driver
     *     refused it.
     */
    @RecordBuilder
    public record ModifyVolumeStatus(
            @Pb(1) @Nullable String targetVolumeAttributesClassName,
            @Required @EnumValues(PersistentVolumeClaimModifyVolumeStatus.class) @Pb(2) String status)
            implements PersistentVolumeClaimModifyVolumeStatusBuilder.With {
        public ModifyVolumeStatus {
            targetVolumeAttributesClassName = Absent.optional(targetVolumeAttributesClassName);
            status = Absent.text(status);
        }
    }

    /**
     * One condition of a claim, mostly about resizing or modifying its volume.
     *
     * @param type What is reported, such as Resizing or ModifyVolumeError.
     * @param status True, False or Unknown.
     * @param lastProbeTime Time of the latest check of this condition.
     * @param lastTransitionTime Time at which the status last changed.
     * @param reason Short CamelCase cause of the latest change.
     * @param message Readable detail about the latest change.
     */
    @TypeName("PersistentVolumeClaimCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastProbeTime,
            @Written @Pb(4) @Nullable Instant lastTransitionTime,
            @Pb(5) @Nullable String reason,
            @Pb(6) @Nullable String message)
            implements PersistentVolumeClaimConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /**
     * The observed state of a claim.
     *
     * @param phase Pending before binding, Bound afterwards, Lost when the bound volume has vanished.
     * @param accessModes Access modes that the bound volume really offers.
     * @param capacity Real size of the bound volume, by resource name, in bytes.
     * @param conditions Ongoing resize or modify operations and their errors, keyed by type.
     * @param allocatedResources Size the claim currently counts for, which may exceed capacity while an expansion
     *     runs.
     * @param allocatedResourceStatuses Resize step that each resource name is in; a missing key means no resize is
     *     under way.
     * @param currentVolumeAttributesClassName VolumeAttributesClass in effect now; null means none.
     * @param modifyVolumeStatus Pending or running class change; null when there is none.
     */
    @TypeName("PersistentVolumeClaimStatus")
    @RecordBuilder
    public record Status(
            @EnumValues(Phase.class) @Pb(1) @Nullable String phase,
            @Atomic @EnumValues(PersistentVolumeAccessMode.class) @Pb(2) List<String> accessModes,
            @Pb(3) Map<String, Quantity> capacity,
            @ListMap("type") @MergeKey("type") @Pb(4) List<Condition> conditions,
            @Pb(5) Map<String, Quantity> allocatedResources,
            @EnumValues(ClaimResourceStatus.class) @Pb(7) Map<String, String> allocatedResourceStatuses,
            @FeatureGate("VolumeAttributesClass") @Pb(8) @Nullable String currentVolumeAttributesClassName,
            @FeatureGate("VolumeAttributesClass") @Pb(9) @Nullable ModifyVolumeStatus modifyVolumeStatus)
            implements PersistentVolumeClaimStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null, null, null, null, null, null);

        public Status {
            phase = Absent.optional(phase);
            accessModes = Absent.list(accessModes);
            capacity = Absent.map(capacity);
            conditions = Absent.list(conditions);
            allocatedResources = Absent.map(allocatedResources);
            allocatedResourceStatuses = Absent.map(allocatedResourceStatuses);
        }
    }

    /** The values of {@code PersistentVolumeClaimModifyVolumeStatus}. */
    public static final class PersistentVolumeClaimModifyVolumeStatus {
        public static final String PENDING = "Pending";
        public static final String IN_PROGRESS = "InProgress";
        public static final String INFEASIBLE = "Infeasible";

        private PersistentVolumeClaimModifyVolumeStatus() {}
    }

    /** The values of {@code PersistentVolumeClaimConditionType} known upstream; others may occur. */
    @TypeName("PersistentVolumeClaimConditionType")
    public static final class ConditionType {
        public static final String RESIZING = "Resizing";
        public static final String FILE_SYSTEM_RESIZE_PENDING = "FileSystemResizePending";
        public static final String CONTROLLER_RESIZE_ERROR = "ControllerResizeError";
        public static final String NODE_RESIZE_ERROR = "NodeResizeError";
        public static final String MODIFY_VOLUME_ERROR = "ModifyVolumeError";
        public static final String MODIFYING_VOLUME = "ModifyingVolume";

        private ConditionType() {}
    }

    /** The values of {@code PersistentVolumeClaimPhase}. */
    @TypeName("PersistentVolumeClaimPhase")
    public static final class Phase {
        public static final String PENDING = "Pending";
        public static final String BOUND = "Bound";
        public static final String LOST = "Lost";

        private Phase() {}
    }

    /** The values of {@code ClaimResourceStatus}. */
    public static final class ClaimResourceStatus {
        public static final String CONTROLLER_RESIZE_IN_PROGRESS = "ControllerResizeInProgress";
        public static final String CONTROLLER_RESIZE_INFEASIBLE = "ControllerResizeInfeasible";
        public static final String NODE_RESIZE_PENDING = "NodeResizePending";
        public static final String NODE_RESIZE_IN_PROGRESS = "NodeResizeInProgress";
        public static final String NODE_RESIZE_INFEASIBLE = "NodeResizeInfeasible";

        private ClaimResourceStatus() {}
    }
}
