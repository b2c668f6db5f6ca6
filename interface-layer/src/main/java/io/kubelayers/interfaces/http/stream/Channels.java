package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.streaming.Session;
import java.util.Optional;

/** Several streams over one connection. Used by one thread at a time; wakes come from any. */
public interface Channels extends Session {
    /**
     * Takes a message of the client.
     *
     * @throws ChannelException if it is none of the protocol
     */
    void receive(Frame frame);

    /** Whether it takes messages now; a client is not read while it does not. */
    boolean wantsFrames();

    /** The next message for the client; empty if there is none yet. */
    Optional<Frame> poll();

    /** Whether all is said, so that the connection is to be closed. */
    boolean ended();
}
