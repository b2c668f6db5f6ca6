package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param protocol TODO-DOC
 * @param appProtocol TODO-DOC
 * @param port TODO-DOC
 * @param targetPort TODO-DOC
 * @param nodePort TODO-DOC
 */
@RecordBuilder
public record ServicePort(
    @Pb(1) @Nullable String name,
    @Default(value = "TCP", published = true) @EnumValues(Protocol.class) @Pb(2) @Nullable String protocol,
    @Pb(6) @Nullable String appProtocol,
    @Required @Pb(3) int port,
    @Pb(4) IntOrString targetPort,
    @Pb(5) int nodePort)
    implements ServicePortBuilder.With {
    public ServicePort {
        name = Absent.optional(name);
        protocol = Absent.optional(protocol);
        targetPort = Absent.or(targetPort, IntOrString.ZERO);
    }

}
