package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A VMware Photon Controller disk. Deprecated; the plugin has been removed.
 *
 * @param pdID Photon Controller identifier of the disk.
 * @param fsType File system on the disk; empty means ext4.
 */
@RecordBuilder
public record PhotonPersistentDiskVolumeSource(@Required @Pb(1) String pdID, @Pb(2) @Nullable String fsType)
        implements PhotonPersistentDiskVolumeSourceBuilder.With {
    public PhotonPersistentDiskVolumeSource {
        pdID = Absent.text(pdID);
        fsType = Absent.optional(fsType);
    }
}
