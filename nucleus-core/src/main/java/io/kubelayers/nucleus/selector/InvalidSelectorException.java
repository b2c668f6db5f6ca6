package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;

/** Thrown for a selector that can't be read or that no label could satisfy by its form; the text is upstream's. */
public final class InvalidSelectorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    InvalidSelectorException(String message) {
        this(message, List.of());
    }

    InvalidSelectorException(List<FieldError> errors) {
        this(InvalidFieldsException.text(errors), errors);
    }

    InvalidSelectorException(String message, List<FieldError> errors) {
        super(message);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong with keys and values; empty if it is the syntax. */
    public List<FieldError> errors() {
        return errors;
    }
}
