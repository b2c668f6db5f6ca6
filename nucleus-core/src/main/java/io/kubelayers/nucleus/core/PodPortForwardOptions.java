package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param ports TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodPortForwardOptions(
    @Atomic @Pb(1) List<Integer> ports)
    implements PodPortForwardOptionsBuilder.With {
    public PodPortForwardOptions {
        ports = Absent.list(ports);
    }

}
