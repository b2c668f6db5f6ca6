package io.kubelayers.governance.storage;

import io.kubelayers.application.scheduling.framework.StorageClasses.VolumeSpace;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Free space a driver reports for one class in one part of the cluster; the scheduler reads it.
 *
 * @param metadata the usual object metadata
 * @param nodeTopology Nodes that can reach the storage; null means none, empty means all. Cannot change.
 * @param storageClassName StorageClass the report is for; cannot change.
 * @param capacity Free space in bytes; null if unknown.
 * @param maximumVolumeSize Largest single volume that can be made, in bytes; null if unknown.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "csistoragecapacities",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Created At", type = "date")})
@RecordBuilder
public record CSIStorageCapacity(
        @Written @Pb(1) ObjectMeta metadata,
        @Immutable @Pb(2) @Nullable LabelSelector nodeTopology,
        @Required @Immutable @Pb(3) String storageClassName,
        @Pb(4) @Nullable Quantity capacity,
        @Pb(5) @Nullable Quantity maximumVolumeSize)
        implements VolumeSpace, CSIStorageCapacityBuilder.With {
    public CSIStorageCapacity {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        storageClassName = Absent.text(storageClassName);
    }

    @Override
    public CSIStorageCapacity withMetadata(ObjectMeta metadata) {
        return CSIStorageCapacityBuilder.With.super.withMetadata(metadata);
    }

    /** What the driver says of one volume is more precise than its free space, where it says it. */
    @Override
    public @Nullable Quantity largestVolume() {
        return maximumVolumeSize == null ? capacity : maximumVolumeSize;
    }
}
