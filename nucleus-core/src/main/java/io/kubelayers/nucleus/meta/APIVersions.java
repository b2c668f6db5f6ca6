package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * TODO-DOC.
 *
 * @param versions TODO-DOC
 * @param serverAddressByClientCIDRs TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record APIVersions(
    @Required @Atomic @Pb(1) List<String> versions,
    @Required @Atomic @Pb(2) List<ServerAddressByClientCIDR> serverAddressByClientCIDRs)
    implements APIVersionsBuilder.With {
    public APIVersions {
        versions = Absent.list(versions);
        serverAddressByClientCIDRs = Absent.list(serverAddressByClientCIDRs);
    }

}
