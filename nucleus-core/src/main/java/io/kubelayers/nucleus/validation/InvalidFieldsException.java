package io.kubelayers.nucleus.validation;

import java.util.LinkedHashSet;
import java.util.List;

/** Thrown where an object or option can't be used because fields of it are wrong; carries every error found. */
public class InvalidFieldsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public InvalidFieldsException(List<FieldError> errors) {
        super(text(errors));
        this.errors = List.copyOf(errors);
    }

    /** The errors, in the order found. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * All errors in one line: a single one as it stands, several as {@code [first, second]}, repeated texts once
     * (upstream's aggregate, {@code apimachinery/pkg/util/errors}).
     */
    public static String text(List<FieldError> errors) {
        var texts = new LinkedHashSet<String>();
        for (var error : errors) {
            texts.add(error.toString());
        }
        var joined = String.join(", ", texts);
        return texts.size() > 1 ? "[" + joined + "]" : joined;
    }
}
