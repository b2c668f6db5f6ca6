package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection attempt used as a probe; success means the port accepts it.
 *
 * @param port Target port, a number from 1 to 65535 or a container port name.
 * @param host Host to connect to; empty means the pod's IP address.
 */
@RecordBuilder
public record TCPSocketAction(@Required @Pb(1) IntOrString port, @Pb(2) @Nullable String host)
        implements TCPSocketActionBuilder.With {
    public TCPSocketAction {
        port = Absent.or(port, IntOrString.ZERO);
        host = Absent.optional(host);
    }
}
