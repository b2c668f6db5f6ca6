package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.PortConnection;

/** A port that speaks HTTP/1.1, of whatever listens there. */
public final class HttpPort {
    private HttpPort() {}

    /** Connects to a service. */
    public static PortConnection connect(HttpService service) {
        return new HttpConversation(service);
    }
}
