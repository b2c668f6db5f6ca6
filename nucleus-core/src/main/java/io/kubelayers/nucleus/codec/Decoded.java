package io.kubelayers.nucleus.codec;

import java.util.List;

/**
 * What was read, and what is to be said about it.
 *
 * @param value the object
 * @param warnings unknown and duplicate fields, if {@link FieldValidation#WARN} was asked for
 */
public record Decoded<T>(T value, List<FieldProblem> warnings) {
    public Decoded {
        warnings = List.copyOf(warnings);
    }
}
