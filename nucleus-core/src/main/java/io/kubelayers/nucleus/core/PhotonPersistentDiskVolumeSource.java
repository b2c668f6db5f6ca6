package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param pdID TODO-DOC
 * @param fsType TODO-DOC
 */
@RecordBuilder
public record PhotonPersistentDiskVolumeSource(
    @Required @Pb(1) String pdID,
    @Pb(2) @Nullable String fsType)
    implements PhotonPersistentDiskVolumeSourceBuilder.With {
    public PhotonPersistentDiskVolumeSource {
        pdID = Absent.text(pdID);
        fsType = Absent.optional(fsType);
    }

}
