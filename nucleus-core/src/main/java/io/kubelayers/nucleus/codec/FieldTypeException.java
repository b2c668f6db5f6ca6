package io.kubelayers.nucleus.codec;

/** A field holds a value of the wrong JSON type, or a text that is not what the field's type wants. */
public final class FieldTypeException extends DecodeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expected;
    private final String found;
    private final String converterDetail;

    FieldTypeException(
            Location location, String path, String expected, String found, String detail, String converterDetail) {
        super(location, (path.isEmpty() ? "" : path + ": ") + "expected " + expected + ", found " + found, detail);
        this.path = path;
        this.expected = expected;
        this.found = found;
        this.converterDetail = converterDetail;
    }

    /** Path of the field, such as {@code spec.containers[0].image}. */
    public String path() {
        return path;
    }

    /** What the field takes, such as {@code a whole number}. */
    public String expected() {
        return expected;
    }

    /** What was there, such as {@code the string "three"}. */
    public String found() {
        return found;
    }

    /** The problem as upstream words it where it converts a tree that is there already, instead of reading JSON. */
    public String converterDetail() {
        return converterDetail;
    }

    FieldTypeException at(Location location) {
        return new FieldTypeException(location, path, expected, found, detail(), converterDetail);
    }
}
