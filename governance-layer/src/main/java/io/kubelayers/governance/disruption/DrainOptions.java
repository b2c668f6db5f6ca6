package io.kubelayers.governance.disruption;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How much a drain may take in its stride: the flags of {@code kubectl drain}.
 *
 * @param ignoreDaemonSets leave pods of DaemonSets where they are instead of giving up
 * @param deleteEmptyDirData lose the data of emptyDir volumes instead of giving up
 * @param force evict pods without a controller, which nobody will replace
 */
@RecordBuilder
public record DrainOptions(boolean ignoreDaemonSets, boolean deleteEmptyDirData, boolean force)
        implements DrainOptionsBuilder.With {
    /** No flags. */
    public static final DrainOptions NONE = new DrainOptions(false, false, false);

    /** The flags of most drains: DaemonSets and emptyDir are no obstacle. */
    public static final DrainOptions USUAL = new DrainOptions(true, true, false);
}
