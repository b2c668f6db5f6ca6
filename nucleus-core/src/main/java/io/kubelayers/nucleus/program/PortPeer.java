package io.kubelayers.nucleus.program;

import java.util.function.Consumer;

/** Whoever has connected to a port on which a program listens. */
public interface PortPeer {
    /** Sends bytes. */
    void send(byte[] bytes);

    /** Says that no more will be sent. */
    void sendEnded();

    /** Is called with bytes as they come. */
    void onBytes(Consumer<byte[]> reader);

    /** Is called when no more will come. */
    void onEnd(Runnable action);
}
