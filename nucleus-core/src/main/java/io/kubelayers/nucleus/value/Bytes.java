package io.kubelayers.nucleus.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Immutable bytes, base64 text on the wire (for example the values of a Secret). */
public final class Bytes {
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    /** None, but sent as such. */
    private static final Bytes GIVEN = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    public static Bytes utf8(String text) {
        return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads standard base64.
     *
     * @throws IllegalArgumentException if the text is not base64
     */
    public static Bytes base64(String text) {
        return text.isEmpty() ? GIVEN : new Bytes(Base64.getDecoder().decode(text));
    }

    /** Whether they are there: some, or none that were sent as an empty text. */
    public boolean isGiven() {
        return this != EMPTY;
    }

    public byte[] toArray() {
        return content.clone();
    }

    public int size() {
        return content.length;
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The length only: the bytes may be a secret. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
