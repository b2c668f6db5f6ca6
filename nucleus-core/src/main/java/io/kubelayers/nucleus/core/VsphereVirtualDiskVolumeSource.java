package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A vSphere virtual disk. Deprecated; requests go to the vSphere CSI driver.
 *
 * @param volumePath Datastore path of the vmdk file.
 * @param fsType File system on the disk; empty means ext4.
 * @param storagePolicyName Name of the storage policy that the disk follows; empty means none.
 * @param storagePolicyID Identifier of the policy named by storagePolicyName.
 */
@RecordBuilder
public record VsphereVirtualDiskVolumeSource(
        @Required @Pb(1) String volumePath,
        @Pb(2) @Nullable String fsType,
        @Pb(3) @Nullable String storagePolicyName,
        @Pb(4) @Nullable String storagePolicyID)
        implements VsphereVirtualDiskVolumeSourceBuilder.With {
    public VsphereVirtualDiskVolumeSource {
        volumePath = Absent.text(volumePath);
        fsType = Absent.optional(fsType);
        storagePolicyName = Absent.optional(storagePolicyName);
        storagePolicyID = Absent.optional(storagePolicyID);
    }
}
