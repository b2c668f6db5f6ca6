package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.stream.Channels;

/**
 * An answer after which the connection carries something else.
 *
 * @param transport what it carries
 * @param protocol the protocol inside that was agreed upon, "" for none
 * @param channels what it leads to
 */
public record Upgrade(Transport transport, String protocol, Channels channels) implements HttpResponse.Payload {
    /** What a connection is upgraded to. */
    public enum Transport {
        /** Messages of RFC 6455. */
        WEBSOCKET,
        /** The bare bytes of SPDY/3.1: every frame of the channels is a piece of them. */
        SPDY
    }
}
