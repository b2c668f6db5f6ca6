package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Flocker dataset mounted from the Flocker agent. Deprecated; the plugin has been removed.
 *
 * @param datasetName Name of the dataset; superseded by datasetUUID, exactly one of the two is set.
 * @param datasetUUID Identifier of the dataset.
 */
@RecordBuilder
public record FlockerVolumeSource(@Pb(1) @Nullable String datasetName, @Pb(2) @Nullable String datasetUUID)
        implements FlockerVolumeSourceBuilder.With {
    public FlockerVolumeSource {
        datasetName = Absent.optional(datasetName);
        datasetUUID = Absent.optional(datasetUUID);
    }
}
