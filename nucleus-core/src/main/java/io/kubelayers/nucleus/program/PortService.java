package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.streaming.PortConnection;

/** What answers on a port of a simulated container. */
@FunctionalInterface
public interface PortService {
    /** Takes a connection. */
    PortConnection connect(Pod pod);

    /** Speaks HTTP/1.1. */
    static PortService http(HttpService service) {
        return pod -> HttpPort.connect(service);
    }

    /** Sends back what it receives. */
    static PortService echo() {
        return pod -> new EchoConnection();
    }
}
