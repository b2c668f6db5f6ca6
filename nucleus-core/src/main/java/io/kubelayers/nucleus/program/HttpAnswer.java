package io.kubelayers.nucleus.program;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a port answers.
 *
 * @param status HTTP status code
 * @param headers headers
 * @param body what follows them
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    public HttpAnswer {
        headers = new TreeMap<>(headers);
    }

    /** Plain text. */
    public static HttpAnswer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /** Text of that type. */
    public static HttpAnswer of(int status, String contentType, String text) {
        return new HttpAnswer(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }
}
