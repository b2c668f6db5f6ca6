package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param targetWWNs TODO-DOC
 * @param lun TODO-DOC
 * @param fsType TODO-DOC
 * @param readOnly TODO-DOC
 * @param wwids TODO-DOC
 */
@RecordBuilder
public record FCVolumeSource(
    @Atomic @Pb(1) List<String> targetWWNs,
    @Pb(2) @Nullable Integer lun,
    @Pb(3) @Nullable String fsType,
    @Pb(4) boolean readOnly,
    @Atomic @Pb(5) List<String> wwids)
    implements FCVolumeSourceBuilder.With {
    public FCVolumeSource {
        targetWWNs = Absent.list(targetWWNs);
        fsType = Absent.optional(fsType);
        wwids = Absent.list(wwids);
    }

}
