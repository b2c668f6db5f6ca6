package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The query parameters of a request to forward ports to a pod.
 *
 * @param ports Pod ports to forward, 1-65535; required for WebSocket transport.
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodPortForwardOptions(@Atomic @Pb(1) List<Integer> ports) implements PodPortForwardOptionsBuilder.With {
    public PodPortForwardOptions {
        ports = Absent.list(ports);
    }
}
