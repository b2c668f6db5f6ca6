package io.kubelayers.nucleus.codec;

/**
 * A text or tree that can't be read as the object it should be: always the input's fault.
 *
 * <p>{@link #getMessage} is for people: place, field and problem, {@code shop.yaml:12:7: spec.replicas: expected …};
 * {@link #detail} is what the API server says about it, as upstream words it, without a place.
 */
public abstract sealed class DecodeException extends RuntimeException
        permits SyntaxException, FieldTypeException, StrictDecodingException, UnknownKindException, LimitException {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String detail;

    DecodeException(Location location, String text, String detail) {
        super(location.toString().isEmpty() ? text : location + ": " + text);
        this.location = location;
        this.detail = detail;
    }

    /** Where in the text; {@link Location#NONE} if there is no text or no place. */
    public final Location location() {
        return location;
    }

    /** The problem as upstream's API server words it, without a place. */
    public final String detail() {
        return detail;
    }
}
