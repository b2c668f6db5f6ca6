package io.kubelayers.interfaces.http;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over a wire.
 *
 * @param method such as {@code GET}
 * @param target path and query as they were sent
 * @param path the path, escapes decoded
 * @param query parameters behind the question mark
 * @param headers headers
 * @param body the bytes sent along; empty if none
 * @param certificate the client's certificate, if the transport has verified one; null otherwise
 * @param stranger whether the client showed a certificate that does not count: without another proof it is nobody
 */
@RecordBuilder
public record HttpRequest(
        String method,
        String target,
        String path,
        Query query,
        Headers headers,
        byte[] body,
        @Nullable X509Certificate certificate,
        boolean stranger)
        implements HttpRequestBuilder.With {
    private static final byte[] NOTHING = new byte[0];

    /** A request for a path with its query, as it stands in the first line of a request. */
    public static HttpRequest of(String method, String target, Headers headers, byte[] body) {
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        return new HttpRequest(
                method,
                target,
                decoded(path),
                Query.parse(mark < 0 ? "" : target.substring(mark + 1)),
                headers,
                body,
                null,
                false);
    }

    /** A read. */
    public static HttpRequest get(String target) {
        return of("GET", target, Headers.NONE, NOTHING);
    }

    /** The same request with a bearer token. */
    public HttpRequest withBearer(String token) {
        return withHeaders(headers.with("Authorization", "Bearer " + token));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return path;
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
