package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param pdName TODO-DOC
 * @param fsType TODO-DOC
 * @param partition TODO-DOC
 * @param readOnly TODO-DOC
 */
@RecordBuilder
public record GCEPersistentDiskVolumeSource(
    @Required @Pb(1) String pdName,
    @Pb(2) @Nullable String fsType,
    @Pb(3) int partition,
    @Pb(4) boolean readOnly)
    implements GCEPersistentDiskVolumeSourceBuilder.With {
    public GCEPersistentDiskVolumeSource {
        pdName = Absent.text(pdName);
        fsType = Absent.optional(fsType);
    }

}
