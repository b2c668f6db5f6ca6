package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A directory exported by an NFS server.
 *
 * @param server Host name or IP address of the NFS server.
 * @param path Absolute path of the export.
 * @param readOnly True mounts the export read-only; defaults to false.
 */
@RecordBuilder
public record NFSVolumeSource(@Required @Pb(1) String server, @Required @Pb(2) String path, @Pb(3) boolean readOnly)
        implements NFSVolumeSourceBuilder.With {
    public NFSVolumeSource {
        server = Absent.text(server);
        path = Absent.text(path);
    }
}
