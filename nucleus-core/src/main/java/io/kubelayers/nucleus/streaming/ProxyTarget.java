package io.kubelayers.nucleus.streaming;

import java.time.Instant;
import java.util.Optional;

/**
 * A server inside the cluster, connected to, to which HTTP requests can be passed on.
 *
 * @param address its address and port, as errors and the Host header name it
 * @param connection the connection
 */
public record ProxyTarget(String address, PortConnection connection) implements Session {
    @Override
    public Optional<Instant> nextAt() {
        return connection.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        connection.onReady(wake);
    }

    @Override
    public void close() {
        connection.close();
    }
}
