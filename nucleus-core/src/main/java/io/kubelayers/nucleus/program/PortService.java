package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.streaming.PortConnection;

/** What answers on a port of a simulated container. */
@FunctionalInterface
public interface PortService {
    /** Takes a connection. */
    PortConnection connect(Pod pod);

    /**
     * Whether it answers at once, from within the process. Probes don't talk to a port that stands for a real server
     * elsewhere: they take it to be well.
     */
    default boolean isSimulated() {
        return true;
    }

    /** Speaks HTTP/1.1. */
    static PortService http(HttpService service) {
        return pod -> HttpPort.connect(service);
    }

    /** Sends back what it receives. */
    static PortService echo() {
        return pod -> new EchoConnection();
    }
}
