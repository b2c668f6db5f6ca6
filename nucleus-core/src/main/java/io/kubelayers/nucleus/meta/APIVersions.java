package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Discovery answer at /api: the versions of the core group.
 *
 * @param versions Served versions, such as v1.
 * @param serverAddressByClientCIDRs Server addresses to use, chosen by the address range of the client.
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
