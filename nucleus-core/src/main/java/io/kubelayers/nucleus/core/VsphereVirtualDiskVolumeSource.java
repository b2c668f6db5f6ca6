package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param volumePath TODO-DOC
 * @param fsType TODO-DOC
 * @param storagePolicyName TODO-DOC
 * @param storagePolicyID TODO-DOC
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
