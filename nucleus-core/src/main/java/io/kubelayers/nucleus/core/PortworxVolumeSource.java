package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Portworx volume. Deprecated; requests go to the Portworx CSI driver.
 *
 * @param volumeID Portworx identifier of the volume.
 * @param fsType File system on the volume; empty means ext4.
 * @param readOnly True mounts the volume read-only; defaults to false.
 */
@RecordBuilder
public record PortworxVolumeSource(
        @Required @Pb(1) String volumeID, @Pb(2) @Nullable String fsType, @Pb(3) boolean readOnly)
        implements PortworxVolumeSourceBuilder.With {
    public PortworxVolumeSource {
        volumeID = Absent.text(volumeID);
        fsType = Absent.optional(fsType);
    }
}
