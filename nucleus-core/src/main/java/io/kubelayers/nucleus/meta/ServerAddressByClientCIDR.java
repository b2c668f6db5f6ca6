package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Server address for clients whose own address lies in a given range.
 *
 * @param clientCIDR Client address range in CIDR form.
 * @param serverAddress Host, address or host and port to reach the server at.
 */
@RecordBuilder
public record ServerAddressByClientCIDR(@Required @Pb(1) String clientCIDR, @Required @Pb(2) String serverAddress)
        implements ServerAddressByClientCIDRBuilder.With {
    public ServerAddressByClientCIDR {
        clientCIDR = Absent.text(clientCIDR);
        serverAddress = Absent.text(serverAddress);
    }
}
