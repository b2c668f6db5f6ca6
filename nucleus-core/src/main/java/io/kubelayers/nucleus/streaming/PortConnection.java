package io.kubelayers.nucleus.streaming;

import java.util.Optional;

/** A connection to a port inside a pod. */
public interface PortConnection extends Session {
    /** The next bytes that came from the port; empty if none are there yet. */
    Optional<byte[]> poll();

    /** Whether nothing will come any more, and all that came was taken. */
    boolean ended();

    /** Why the connection failed; empty while it did not. */
    Optional<String> failure();

    /** Whether it takes bytes now. A client that sends more all the same makes the connection hold them. */
    boolean wantsBytes();

    /** Sends bytes to the port. */
    void send(byte[] bytes);

    /** Says that no more bytes will be sent; the other direction stays open. */
    void sendEnded();
}
