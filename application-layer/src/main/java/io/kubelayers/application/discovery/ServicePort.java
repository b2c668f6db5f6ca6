package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One port that a service offers.
 *
 * @param name DNS label of the port, unique in the service; may be empty when there is only one port.
 * @param protocol TCP, UDP or SCTP; defaults to TCP.
 * @param appProtocol Application protocol as a hint to implementations, such as kubernetes.io/h2c; null means none.
 * @param port Port on the service address, 1-65535.
 * @param targetPort Port number or container port name on the pods; defaults to port.
 * @param nodePort Port on every node, by default from 30000-32767; 0 means assigned when the type needs one.
 */
@RecordBuilder
public record ServicePort(
        @Pb(1) @Nullable String name,
        @Default(value = "TCP", published = true) @EnumValues(Protocol.class) @Pb(2) @Nullable String protocol,
        @Pb(6) @Nullable String appProtocol,
        @Required @Pb(3) int port,
        @Written @Pb(4) IntOrString targetPort,
        @Pb(5) int nodePort)
        implements ServicePortBuilder.With {
    public ServicePort {
        name = Absent.optional(name);
        protocol = Absent.optional(protocol);
        targetPort = Absent.or(targetPort, IntOrString.ZERO);
    }
}
