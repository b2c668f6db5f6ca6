package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param port TODO-DOC
 * @param host TODO-DOC
 */
@RecordBuilder
public record TCPSocketAction(
    @Required @Pb(1) IntOrString port,
    @Pb(2) @Nullable String host)
    implements TCPSocketActionBuilder.With {
    public TCPSocketAction {
        port = Absent.or(port, IntOrString.ZERO);
        host = Absent.optional(host);
    }

}
