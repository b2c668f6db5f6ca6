package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param hostPort TODO-DOC
 * @param containerPort TODO-DOC
 * @param protocol TODO-DOC
 * @param hostIP TODO-DOC
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
