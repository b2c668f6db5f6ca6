package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a driver to attach a volume to a node, and tells whether it is.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted attachment; cannot change.
 * @param status Result reported by the driver.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "volumeattachments",
        scope = Scope.CLUSTER,
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Attacher", format = "name"),
            @Column(name = "PV"),
            @Column(name = "Node"),
            @Column(name = "Attached", type = "boolean"),
            @Column(name = "Age")
        })
@RecordBuilder
public record VolumeAttachment(
        @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, VolumeAttachmentBuilder.With {
    public VolumeAttachment {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public VolumeAttachment withMetadata(ObjectMeta metadata) {
        return VolumeAttachmentBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired attachment: which volume, by which driver, to which node.
     *
     * @param attacher Name of the driver that attaches.
     * @param source Volume to attach.
     * @param nodeName Node to attach to.
     */
    @TypeName("VolumeAttachmentSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) String attacher, @Required @Pb(2) Source source, @Required @Pb(3) String nodeName)
            implements VolumeAttachmentSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            attacher = Absent.text(attacher);
            source = Absent.or(source, Source.EMPTY);
            nodeName = Absent.text(nodeName);
        }
    }

    /**
     * Volume to attach, given in exactly one form.
     *
     * @param persistentVolumeName Name of the PersistentVolume; null if the volume is given inline.
     * @param inlineVolumeSpec Volume of a pod translated for a CSI driver; null if a name is given.
     */
    @TypeName("VolumeAttachmentSource")
    @RecordBuilder
    public record Source(
            @Pb(1) @Nullable String persistentVolumeName,
            @FeatureGate("CSIMigration") @Pb(2) @Nullable PersistentVolumeSpec inlineVolumeSpec)
            implements VolumeAttachmentSourceBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Source EMPTY = new Source(null, null);
    }

    /**
     * Observed state of a volume attachment.
     *
     * @param attached True once the volume is attached.
     * @param attachmentMetadata Values from the driver that the later mount needs.
     * @param attachError Last failure to attach; null if none.
     * @param detachError Last failure to detach; null if none.
     */
    @TypeName("VolumeAttachmentStatus")
    @RecordBuilder
    public record Status(
            @Required @Pb(1) boolean attached,
            @Pb(2) Map<String, String> attachmentMetadata,
            @Pb(3) @Nullable VolumeError attachError,
            @Pb(4) @Nullable VolumeError detachError)
            implements VolumeAttachmentStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(false, null, null, null);

        public Status {
            attachmentMetadata = Absent.map(attachmentMetadata);
        }
    }

    /**
     * A failed attach or detach.
     *
     * @param time When it failed.
     * @param message Readable detail; may be logged, so without secrets.
     * @param errorCode gRPC code from the driver; null if none was given.
     */
    @RecordBuilder
    public record VolumeError(
            @Written @Pb(1) @Nullable Instant time,
            @Pb(2) @Nullable String message,
            @FeatureGate("MutableCSINodeAllocatableCount") @Pb(3) @Nullable Integer errorCode)
            implements VolumeAttachmentVolumeErrorBuilder.With {
        public VolumeError {
            message = Absent.optional(message);
        }
    }
}
