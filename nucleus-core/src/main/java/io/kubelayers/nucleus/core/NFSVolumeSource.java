package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param server TODO-DOC
 * @param path TODO-DOC
 * @param readOnly TODO-DOC
 */
@RecordBuilder
public record NFSVolumeSource(
    @Required @Pb(1) String server,
    @Required @Pb(2) String path,
    @Pb(3) boolean readOnly)
    implements NFSVolumeSourceBuilder.With {
    public NFSVolumeSource {
        server = Absent.text(server);
        path = Absent.text(path);
    }

}
