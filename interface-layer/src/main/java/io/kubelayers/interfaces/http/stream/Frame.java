package io.kubelayers.interfaces.http.stream;

import java.nio.charset.StandardCharsets;

/**
 * A message of a WebSocket.
 *
 * @param isText whether it is a text message, whose bytes are UTF-8
 * @param bytes what it holds
 */
public record Frame(boolean isText, byte[] bytes) {
    /** A binary message. */
    public static Frame binary(byte[] bytes) {
        return new Frame(false, bytes);
    }

    /** A text message. */
    public static Frame text(String text) {
        return new Frame(true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return (isText ? "text " : "binary ") + bytes.length;
    }
}
