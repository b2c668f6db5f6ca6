package io.kubelayers.interfaces.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer to go over a wire.
 *
 * @param status HTTP status code
 * @param headers headers
 * @param payload what follows them
 */
public record HttpResponse(int status, Headers headers, Payload payload) {
    /** What an answer carries. */
    public sealed interface Payload permits Bytes, EventStream, LogBody, ProxyBody, Upgrade {}

    /** A body that is there already. */
    public record Bytes(byte[] bytes) implements Payload {}

    static HttpResponse of(int status, String contentType, byte[] body) {
        return new HttpResponse(status, Headers.NONE.with("Content-Type", contentType), new Bytes(body));
    }

    static HttpResponse text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse with(String header, String value) {
        return new HttpResponse(status, headers.with(header, value), payload);
    }

    HttpResponse withHeaders(Headers others) {
        return new HttpResponse(status, others, payload);
    }

    /**
     * The body as text.
     *
     * @throws IllegalStateException if it is a stream
     */
    public String text() {
        if (payload instanceof Bytes body) {
            return new String(body.bytes(), StandardCharsets.UTF_8);
        }
        throw new IllegalStateException("the answer is a stream of events");
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
