package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Fibre Channel disk. It is named either by target names with a unit number or by world wide identifiers.
 *
 * @param targetWWNs World wide names of the targets, used together with lun.
 * @param lun Logical unit number on the target; null when wwids are used.
 * @param fsType File system on the disk; empty means ext4.
 * @param readOnly True mounts the disk read-only; defaults to false.
 * @param wwids World wide identifiers of the disk, the alternative to targetWWNs with lun.
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
