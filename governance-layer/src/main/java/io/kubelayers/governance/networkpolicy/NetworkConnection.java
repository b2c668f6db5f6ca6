package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Protocol;

/**
 * A connection somebody would like to open.
 *
 * @param from who opens it
 * @param to who is to answer
 * @param port port at the destination, 1-65535
 * @param protocol TCP, UDP or SCTP
 */
public record NetworkConnection(NetworkEndpoint from, NetworkEndpoint to, int port, String protocol) {
    public NetworkConnection {
        PortSet.position(port, protocol); // refuses what is no port
    }

    public static NetworkConnection tcp(NetworkEndpoint from, NetworkEndpoint to, int port) {
        return new NetworkConnection(from, to, port, Protocol.TCP);
    }

    public static NetworkConnection udp(NetworkEndpoint from, NetworkEndpoint to, int port) {
        return new NetworkConnection(from, to, port, Protocol.UDP);
    }

    @Override
    public String toString() {
        return from + " to " + to + " on " + protocol + " " + port;
    }
}
