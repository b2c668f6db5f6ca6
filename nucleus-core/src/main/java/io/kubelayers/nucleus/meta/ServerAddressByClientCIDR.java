package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param clientCIDR TODO-DOC
 * @param serverAddress TODO-DOC
 */
@RecordBuilder
public record ServerAddressByClientCIDR(
    @Required @Pb(1) String clientCIDR,
    @Required @Pb(2) String serverAddress)
    implements ServerAddressByClientCIDRBuilder.With {
    public ServerAddressByClientCIDR {
        clientCIDR = Absent.text(clientCIDR);
        serverAddress = Absent.text(serverAddress);
    }

}
