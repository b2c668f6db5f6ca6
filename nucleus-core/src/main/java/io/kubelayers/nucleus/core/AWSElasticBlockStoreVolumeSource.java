package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An AWS Elastic Block Store disk. Deprecated; requests go to the EBS CSI driver.
 *
 * @param volumeID AWS identifier of the disk.
 * @param fsType File system on the disk; empty means ext4.
 * @param partition Number of the partition to mount; 0 means the whole disk.
 * @param readOnly True makes the mounts read-only; defaults to false.
 */
@RecordBuilder
public record AWSElasticBlockStoreVolumeSource(
        @Required @Pb(1) String volumeID, @Pb(2) @Nullable String fsType, @Pb(3) int partition, @Pb(4) boolean readOnly)
        implements AWSElasticBlockStoreVolumeSourceBuilder.With {
    public AWSElasticBlockStoreVolumeSource {
        volumeID = Absent.text(volumeID);
        fsType = Absent.optional(fsType);
    }
}
