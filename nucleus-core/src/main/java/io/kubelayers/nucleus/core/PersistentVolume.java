package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Scope;
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
 * A cluster-wide piece of storage, provisioned by an administrator or a driver, that one claim can bind.
 *
 * @param metadata the usual object metadata
 * @param spec Capacity, source and binding rules of the volume.
 * @param status Current lifecycle state, written by the volume controller.
 */
@Kind(
        version = "v1",
        plural = "persistentvolumes",
        scope = Scope.CLUSTER,
        shortNames = "pv",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Capacity"),
            @Column(name = "Access Modes"),
            @Column(name = "Reclaim Policy"),
            @Column(name = "Status"),
            @Column(name = "Claim"),
            @Column(name = "StorageClass"),
            @Column(name = "VolumeAttributesClass"),
            @Column(name = "Reason"),
            @Column(name = "Age"),
            @Column(name = "VolumeMode", priority = 1)
        })
@RecordBuilder
public record PersistentVolume(
        @Written @Pb(1) ObjectMeta metadata,
        @Written @Pb(2) PersistentVolumeSpec spec,
        @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, PersistentVolumeBuilder.With {
    public PersistentVolume {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, PersistentVolumeSpec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public PersistentVolume withMetadata(ObjectMeta metadata) {
        return PersistentVolumeBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The observed state of a persistent volume.
     *
     * @param phase Lifecycle step: Pending, Available, Bound, Released or Failed.
     * @param message Readable text that explains the current phase.
     * @param reason Short CamelCase cause of a failure, for display in tools.
     * @param lastPhaseTransitionTime Time at which the phase last changed.
     */
    @TypeName("PersistentVolumeStatus")
    @RecordBuilder
    public record Status(
            @EnumValues(Phase.class) @Pb(1) @Nullable String phase,
            @Pb(2) @Nullable String message,
            @Pb(3) @Nullable String reason,
            @Pb(4) @Nullable Instant lastPhaseTransitionTime)
            implements PersistentVolumeStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null, null);

        public Status {
            phase = Absent.optional(phase);
            message = Absent.optional(message);
            reason = Absent.optional(reason);
        }
    }

    /** The values of {@code PersistentVolumePhase}. */
    @TypeName("PersistentVolumePhase")
    public static final class Phase {
        public static final String PENDING = "Pending";
        public static final String AVAILABLE = "Available";
        public static final String BOUND = "Bound";
        public static final String RELEASED = "Released";
        public static final String FAILED = "Failed";

        private Phase() {}
    }
}
