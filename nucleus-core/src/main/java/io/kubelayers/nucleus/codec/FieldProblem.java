package io.kubelayers.nucleus.codec;

/**
 * A field that is unknown or was given twice: an error or a warning, as {@link FieldValidation} has it.
 *
 * @param type which of the two
 * @param path path of the field, such as {@code spec.containers[0].imagee}
 * @param location where it stands
 */
public record FieldProblem(Type type, String path, Location location) {
    /** What is wrong with the field. */
    public enum Type {
        UNKNOWN,
        DUPLICATE
    }

    /** As upstream words it, in errors and in warning headers: {@code unknown field "spec.foo"}. */
    public String text() {
        return (type == Type.UNKNOWN ? "unknown field \"" : "duplicate field \"") + path + "\"";
    }

    /** With its place: {@code shop.yaml:12:7: unknown field "spec.foo"}. */
    @Override
    public String toString() {
        String place = location.toString();
        return place.isEmpty() ? text() : place + ": " + text();
    }
}
