package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A network port that a container listens on. It is mostly informative; an unlisted port is still reachable.
 *
 * @param name Port name, at most 15 characters and unique in the pod, that services can refer to.
 * @param hostPort Port opened on the node, 1-65535; null or 0 means none.
 * @param containerPort Port on the pod's IP address, 1-65535.
 * @param protocol TCP, UDP or SCTP; defaults to TCP.
 * @param hostIP Node address to which the host port is bound; empty means all addresses.
 */
@RecordBuilder
public record ContainerPort(
        @Pb(1) @Nullable String name,
        @Pb(2) int hostPort,
        @Required @Pb(3) int containerPort,
        @Default(value = "TCP", published = true) @EnumValues(Protocol.class) @Pb(4) @Nullable String protocol,
        @Pb(5) @Nullable String hostIP)
        implements ContainerPortBuilder.With {
    public ContainerPort {
        name = Absent.optional(name);
        protocol = Absent.optional(protocol);
        hostIP = Absent.optional(hostIP);
    }
}
