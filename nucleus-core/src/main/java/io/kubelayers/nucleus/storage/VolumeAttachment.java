package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "storage.k8s.io",
    version = "v1",
    plural = "volumeattachments",
    scope = Scope.CLUSTER,
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param attacher TODO-DOC
     * @param source TODO-DOC
     * @param nodeName TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @Pb(1) String attacher,
        @Required @Pb(2) Source source,
        @Required @Pb(3) String nodeName)
        implements VolumeAttachmentSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            attacher = Absent.text(attacher);
            source = Absent.or(source, Source.EMPTY);
            nodeName = Absent.text(nodeName);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param persistentVolumeName TODO-DOC
     * @param inlineVolumeSpec TODO-DOC
     */
    @RecordBuilder
    public record Source(
        @Pb(1) @Nullable String persistentVolumeName,
        @FeatureGate("CSIMigration") @Pb(2) @Nullable PersistentVolumeSpec inlineVolumeSpec)
        implements VolumeAttachmentSourceBuilder.With {
        /** The value of a field that was not set. */
        public static final Source EMPTY = new Source(null, null);

    }

    /**
     * TODO-DOC.
     *
     * @param attached TODO-DOC
     * @param attachmentMetadata TODO-DOC
     * @param attachError TODO-DOC
     * @param detachError TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Required @Pb(1) boolean attached,
        @Pb(2) Map<String, String> attachmentMetadata,
        @Pb(3) @Nullable VolumeError attachError,
        @Pb(4) @Nullable VolumeError detachError)
        implements VolumeAttachmentStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(false, null, null, null);

        public Status {
            attachmentMetadata = Absent.map(attachmentMetadata);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param time TODO-DOC
     * @param message TODO-DOC
     * @param errorCode TODO-DOC
     */
    @RecordBuilder
    public record VolumeError(
        @Pb(1) @Nullable Instant time,
        @Pb(2) @Nullable String message,
        @FeatureGate("MutableCSINodeAllocatableCount") @Pb(3) @Nullable Integer errorCode)
        implements VolumeAttachmentVolumeErrorBuilder.With {
        public VolumeError {
            message = Absent.optional(message);
        }

    }
}
