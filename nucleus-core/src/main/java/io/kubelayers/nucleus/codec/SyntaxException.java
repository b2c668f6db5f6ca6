package io.kubelayers.nucleus.codec;

/** The text is not JSON or YAML at all, or not an object with apiVersion and kind. */
public final class SyntaxException extends DecodeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(Location location, String problem) {
        super(location, problem, problem);
    }
}
