package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param datasetName TODO-DOC
 * @param datasetUUID TODO-DOC
 */
@RecordBuilder
public record FlockerVolumeSource(
    @Pb(1) @Nullable String datasetName,
    @Pb(2) @Nullable String datasetUUID)
    implements FlockerVolumeSourceBuilder.With {
    public FlockerVolumeSource {
        datasetName = Absent.optional(datasetName);
        datasetUUID = Absent.optional(datasetUUID);
    }

}
