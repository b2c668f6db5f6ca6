package io.kubelayers.nucleus.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one object, in the order in which its rules find them. Rules are handed one and add to it:
 *
 * <pre>{@code
 * var errors = new FieldErrors();
 * errors.nonNegative(SPEC.child("replicas"), spec.replicas());
 * errors.oneOf(SPEC.child("type"), spec.type(), List.of("Queue", "Reject"));
 * return errors.list();
 * }</pre>
 *
 * <p>Values are shown as {@link ShownValue} makes them. Belongs to one thread.
 */
public final class FieldErrors {
    private final List<FieldError> found = new ArrayList<>();

    /** What was found so far; later finds show up too. */
    public List<FieldError> list() {
        return Collections.unmodifiableList(found);
    }

    public int size() {
        return found.size();
    }

    public void add(FieldError error) {
        found.add(error);
    }

    public void addAll(Collection<FieldError> errors) {
        found.addAll(errors);
    }

    public void required(FieldPath field) {
        required(field, "");
    }

    public void required(FieldPath field, String detail) {
        found.add(FieldError.required(field, detail));
    }

    /** Requires a text that is not empty; true if it is there. */
    public boolean given(FieldPath field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            required(field);
            return false;
        }
        return true;
    }

    public void invalid(FieldPath field, @Nullable Object value, String detail) {
        found.add(FieldError.invalid(field, ShownValue.of(value), detail));
    }

    /** One error of the same field and value for each complaint. */
    public void invalid(FieldPath field, @Nullable Object value, List<String> complaints) {
        for (var complaint : complaints) {
            invalid(field, value, complaint);
        }
    }

    public void forbidden(FieldPath field, String detail) {
        found.add(FieldError.forbidden(field, detail));
    }

    public void notSupported(FieldPath field, @Nullable Object value, List<String> supported) {
        found.add(FieldError.notSupported(field, ShownValue.of(value), supported));
    }

    /** A value that is set must be one of these. */
    public void oneOf(FieldPath field, @Nullable String value, List<String> supported) {
        if (value != null && !supported.contains(value)) {
            notSupported(field, value, supported);
        }
    }

    /** The value must be set, and one of these. */
    public void requiredOneOf(FieldPath field, @Nullable String value, List<String> supported) {
        if (given(field, value)) {
            oneOf(field, value, supported);
        }
    }

    public void duplicate(FieldPath field, @Nullable Object value) {
        found.add(FieldError.duplicate(field, ShownValue.of(value)));
    }

    public void tooMany(FieldPath field, int actual, int max) {
        if (actual > max) {
            found.add(FieldError.tooMany(field, actual, max));
        }
    }

    /** A text of at most so many bytes. */
    public boolean notLonger(FieldPath field, @Nullable String value, int maxBytes) {
        if (value != null && Scan.bytes(value) > maxBytes) {
            found.add(FieldError.tooLong(field, maxBytes));
            return false;
        }
        return true;
    }

    /** A number, if there is one, of 0 or more. */
    public void nonNegative(FieldPath field, @Nullable Number value) {
        if (value != null && value.longValue() < 0) {
            invalid(field, value.longValue(), "must be greater than or equal to 0");
        }
    }

    /** A field that keeps its value. One that is not there any more shows as the text "null", as upstream's pointers. */
    public void immutable(FieldPath field, @Nullable Object now, @Nullable Object before) {
        if (!Objects.equals(now, before)) {
            invalid(field, now == null ? "null" : now, "field is immutable");
        }
    }
}
