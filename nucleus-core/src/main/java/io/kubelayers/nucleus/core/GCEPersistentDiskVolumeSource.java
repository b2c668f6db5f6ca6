package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Google Compute Engine persistent disk. Deprecated; requests go to the GCE PD CSI driver.
 *
 * @param pdName Name of the disk resource in Google Compute Engine.
 * @param fsType File system on the disk; empty means ext4.
 * @param partition Number of the partition to mount; 0 means the whole disk.
 * @param readOnly True attaches the disk read-only, which allows several nodes; defaults to false.
 */
@RecordBuilder
public record GCEPersistentDiskVolumeSource(
        @Required @Pb(1) String pdName, @Pb(2) @Nullable String fsType, @Pb(3) int partition, @Pb(4) boolean readOnly)
        implements GCEPersistentDiskVolumeSourceBuilder.With {
    public GCEPersistentDiskVolumeSource {
        pdName = Absent.text(pdName);
        fsType = Absent.optional(fsType);
    }
}
