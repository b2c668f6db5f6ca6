package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.streaming.PortConnection;
import io.kubelayers.nucleus.streaming.StillSession;
import java.util.Optional;

/** A connection to a port on which nobody listens. */
record RefusedConnection(int port) implements PortConnection, StillSession {
    @Override
    public Optional<byte[]> poll() {
        return Optional.empty();
    }

    @Override
    public boolean ended() {
        return true;
    }

    @Override
    public Optional<String> failure() {
        return Optional.of("failed to connect to localhost:" + port + " inside namespace: dial tcp4 127.0.0.1:" + port
                + ": connect: connection refused");
    }

    @Override
    public boolean wantsBytes() {
        return true;
    }

    @Override
    public void send(byte[] bytes) {
        // nobody is there
    }

    @Override
    public void sendEnded() {
        // nobody is there
    }
}
