package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.meta.Status;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one field, worded as upstream words it:
 * {@code spec.replicas: Invalid value: -1: must be greater than or equal to 0}.
 *
 * <p>Texts follow {@code apimachinery/pkg/util/validation/field/errors.go}: texts are quoted, numbers and booleans
 * plain, everything else is JSON.
 *
 * @param type what sort of error; decides whether the value is shown
 * @param field path of the field at fault
 * @param badValue the value found: a text, number, boolean, time, or a list or map of such; null reads {@code null}
 * @param detail why it is wrong, may be empty
 */
public record FieldError(Type type, String field, @Nullable Object badValue, String detail) {

    /** The sort of a field error. */
    public enum Type {
        /** The field refers to something that is not there. */
        NOT_FOUND("FieldValueNotFound", "Not found", true),
        /** The field must be set and is not. */
        REQUIRED("FieldValueRequired", "Required value", false),
        /** A value that must be unique occurs again. */
        DUPLICATE("FieldValueDuplicate", "Duplicate value", true),
        /** The value is malformed or out of bounds. */
        INVALID("FieldValueInvalid", "Invalid value", true),
        /** The value has the wrong type. */
        TYPE_INVALID("FieldValueTypeInvalid", "Invalid value", true),
        /** The value is none of the known ones. */
        NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value", true),
        /** The value is well formed but not allowed here. */
        FORBIDDEN("FieldValueForbidden", "Forbidden", false),
        /** The text is too long; it is not shown. */
        TOO_LONG("FieldValueTooLong", "Too long", false),
        /** The list has too many items; their number is shown. */
        TOO_MANY("FieldValueTooMany", "Too many", true),
        /** Something failed that is not the user's fault. */
        INTERNAL("InternalError", "Internal error", false);

        private final String reason;
        private final String text;
        private final boolean showsValue;

        Type(String reason, String text, boolean showsValue) {
            this.reason = reason;
            this.text = text;
            this.showsValue = showsValue;
        }

        /** The word for programs, used as the reason of a Status cause: {@code FieldValueInvalid}. */
        public String reason() {
            return reason;
        }

        /** The words for people: {@code Invalid value}. */
        public String text() {
            return text;
        }
    }

    /** Stands for a value that is not to be shown. */
    private enum Hidden {
        VALUE
    }

    /** Refuses values that can't be shown, so that no message hides behind a Java class name. */
    public FieldError {
        if (badValue != null && badValue != Hidden.VALUE && !JsonText.isPlain(badValue)) {
            throw new IllegalArgumentException(field + ": a bad value must be a plain tree, not a "
                    + badValue.getClass().getName());
        }
    }

    /** The field must be set. */
    public static FieldError required(FieldPath field, String detail) {
        return new FieldError(Type.REQUIRED, field.toString(), "", detail);
    }

    /** The value is malformed or out of bounds. */
    public static FieldError invalid(FieldPath field, @Nullable Object value, String detail) {
        return new FieldError(Type.INVALID, field.toString(), value, detail);
    }

    /** The field as a whole is wrong; its value is not shown. */
    public static FieldError invalid(FieldPath field, String detail) {
        return new FieldError(Type.INVALID, field.toString(), Hidden.VALUE, detail);
    }

    /** The value has the wrong type. */
    public static FieldError typeInvalid(FieldPath field, @Nullable Object value, String detail) {
        return new FieldError(Type.TYPE_INVALID, field.toString(), value, detail);
    }

    /** The value is none of the supported ones, which are listed in their order. */
    public static FieldError notSupported(FieldPath field, @Nullable Object value, Collection<String> supported) {
        var detail = new StringJoiner(", ", "supported values: ", "").setEmptyValue("");
        for (var one : supported) {
            detail.add(GoText.quote(one));
        }
        return new FieldError(Type.NOT_SUPPORTED, field.toString(), value, detail.toString());
    }

    /** The value is well formed but not allowed here. */
    public static FieldError forbidden(FieldPath field, String detail) {
        return new FieldError(Type.FORBIDDEN, field.toString(), "", detail);
    }

    /** The value occurs a second time. */
    public static FieldError duplicate(FieldPath field, @Nullable Object value) {
        return new FieldError(Type.DUPLICATE, field.toString(), value, "");
    }

    /** What the value names does not exist. */
    public static FieldError notFound(FieldPath field, @Nullable Object value) {
        return new FieldError(Type.NOT_FOUND, field.toString(), value, "");
    }

    /** The text has more bytes than this; a negative limit is not told. */
    public static FieldError tooLong(FieldPath field, int maxBytes) {
        return tooLong(field, maxBytes, "byte");
    }

    /** The text has more characters than this; a negative limit is not told. */
    public static FieldError tooLongCharacters(FieldPath field, int maxCharacters) {
        return tooLong(field, maxCharacters, "character");
    }

    private static FieldError tooLong(FieldPath field, int max, String unit) {
        var detail = max < 0 ? "value is too long" : "may not be more than " + max + " " + unit + (max == 1 ? "" : "s");
        return new FieldError(Type.TOO_LONG, field.toString(), Hidden.VALUE, detail);
    }

    /** The list has more items than this; a negative limit or number is not told. */
    public static FieldError tooMany(FieldPath field, int actual, int max) {
        var detail = max < 0 ? "has too many items" : "must have at most " + max + (max == 1 ? " item" : " items");
        return new FieldError(Type.TOO_MANY, field.toString(), actual < 0 ? Hidden.VALUE : actual, detail);
    }

    /** Something failed that is not the user's fault. */
    public static FieldError internal(FieldPath field, String detail) {
        return new FieldError(Type.INTERNAL, field.toString(), Hidden.VALUE, detail);
    }

    /** The message without the path: {@code Invalid value: -1: must be greater than or equal to 0}. */
    public String message() {
        var out = new StringBuilder(type.text());
        if (type.showsValue && badValue != Hidden.VALUE) {
            out.append(": ").append(shown());
        }
        if (!detail.isEmpty()) {
            out.append(": ").append(detail);
        }
        return out.toString();
    }

    private String shown() {
        if (badValue instanceof String text) {
            return GoText.quote(text);
        }
        return badValue instanceof Double number ? GoText.number(number) : JsonText.of(badValue);
    }

    /** This error as a cause in the details of a {@link Status}. */
    public Status.Cause toCause() {
        return new Status.Cause(type.reason(), message(), field);
    }

    /** The path and the message. */
    @Override
    public String toString() {
        return field + ": " + message();
    }
}
