package io.kubelayers.interfaces.http.server;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * How to serve.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param tls whether with TLS; without, only on a loopback address
 * @param maxBody most bytes of a request's body; more is 413
 * @param idle how long a client may keep a request waiting for its next byte
 * @param streamIdle how long a stream to a container may be silent in both directions
 * @param stop how long running requests may take to end when the server is closed
 * @param clock what ages in tables are counted to
 * @param anonymous whether those who show no credentials are let in as {@code system:anonymous}; otherwise 401
 * @param clientAuthorities whose clients are known by their certificates, beside those of the cluster's own authority
 * @param metrics what {@code /metrics} tells beside requests, in Prometheus' text form
 */
@RecordBuilder
public record ServeOptions(
        String host,
        int port,
        boolean tls,
        int maxBody,
        Duration idle,
        Duration streamIdle,
        Duration stop,
        InstantSource clock,
        boolean anonymous,
        List<X509Certificate> clientAuthorities,
        List<Supplier<String>> metrics)
        implements ServeOptionsBuilder.With {
    /** Upstream's limit for JSON bodies. */
    private static final int MAX_BODY = 3 * 1024 * 1024;

    public ServeOptions {
        if (!tls && !isLoopback(host)) {
            throw new IllegalArgumentException("plain HTTP is served on loopback addresses only, not on " + host);
        }
    }

    /** TLS on a free port of 127.0.0.1. */
    public static ServeOptions loopback() {
        return new ServeOptions(
                "127.0.0.1",
                0,
                true,
                MAX_BODY,
                Duration.ofSeconds(30),
                Duration.ofHours(4),
                Duration.ofSeconds(5),
                InstantSource.system(),
                true,
                List.of(),
                List.of());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no such host: " + host, e);
        }
    }
}
