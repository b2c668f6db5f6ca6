package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param volumeID TODO-DOC
 * @param fsType TODO-DOC
 * @param partition TODO-DOC
 * @param readOnly TODO-DOC
 */
@RecordBuilder
public record AWSElasticBlockStoreVolumeSource(
    @Required @Pb(1) String volumeID,
    @Pb(2) @Nullable String fsType,
    @Pb(3) int partition,
    @Pb(4) boolean readOnly)
    implements AWSElasticBlockStoreVolumeSourceBuilder.With {
    public AWSElasticBlockStoreVolumeSource {
        volumeID = Absent.text(volumeID);
        fsType = Absent.optional(fsType);
    }

}
