package io.kubelayers.nucleus.codec;

import java.util.List;
import java.util.stream.Collectors;

/** Unknown or duplicate fields where {@link FieldValidation#STRICT} allows none. */
public final class StrictDecodingException extends DecodeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    StrictDecodingException(List<FieldProblem> problems) {
        super(
                problems.get(0).location(),
                problems.stream().map(FieldProblem::text).collect(Collectors.joining(", ")),
                "strict decoding error: "
                        + problems.stream().map(FieldProblem::text).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** The fields, in order of appearance. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
