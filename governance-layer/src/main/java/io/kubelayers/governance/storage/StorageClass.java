package io.kubelayers.governance.storage;

import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeClass;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.PersistentVolumeReclaimPolicy;
import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of storage that volumes are made from on demand; its settings cannot change later.
 *
 * @param metadata the usual object metadata
 * @param provisioner Name of the driver that makes the volumes.
 * @param parameters Settings passed to the driver, up to 512 entries.
 * @param reclaimPolicy What happens to a volume whose claim is deleted: Delete or Retain; null means Delete.
 * @param mountOptions Mount options of the volumes, not checked beforehand; a wrong one fails the mount.
 * @param allowVolumeExpansion True if claims of this class may grow; null is read as false.
 * @param volumeBindingMode Immediate makes the volume at once, WaitForFirstConsumer when a pod needs it; null means
 *     Immediate.
 * @param allowedTopologies Places where volumes may be made; empty sets no limit.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "storageclasses",
        scope = Scope.CLUSTER,
        shortNames = "sc",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Provisioner"),
            @Column(name = "ReclaimPolicy"),
            @Column(name = "VolumeBindingMode"),
            @Column(name = "AllowVolumeExpansion"),
            @Column(name = "Age")
        })
@RecordBuilder
public record StorageClass(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) String provisioner,
        @Pb(3) Map<String, String> parameters,
        @EnumValues(PersistentVolumeReclaimPolicy.class) @Pb(4) @Nullable String reclaimPolicy,
        @Atomic @Pb(5) List<String> mountOptions,
        @Pb(6) @Nullable Boolean allowVolumeExpansion,
        @EnumValues(VolumeBindingMode.class) @Pb(7) @Nullable String volumeBindingMode,
        @Atomic @Pb(8) List<TopologySelectorTerm> allowedTopologies)
        implements VolumeClass, StorageClassBuilder.With {
    public StorageClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        provisioner = Absent.text(provisioner);
        parameters = Absent.map(parameters);
        mountOptions = Absent.list(mountOptions);
        allowedTopologies = Absent.list(allowedTopologies);
    }

    @Override
    public StorageClass withMetadata(ObjectMeta metadata) {
        return StorageClassBuilder.With.super.withMetadata(metadata);
    }

    @Override
    public boolean waitsForConsumer() {
        return VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER.equals(volumeBindingMode);
    }

    /** The values of {@code VolumeBindingMode}. */
    public static final class VolumeBindingMode {
        public static final String IMMEDIATE = "Immediate";
        public static final String WAIT_FOR_FIRST_CONSUMER = "WaitForFirstConsumer";

        private VolumeBindingMode() {}
    }
}
