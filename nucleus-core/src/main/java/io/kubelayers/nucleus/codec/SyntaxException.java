package io.kubelayers.nucleus.codec;

/** The text is not JSON or YAML at all, or not an object with apiVersion and kind. */
public final class SyntaxException extends DecodeException {
    private static final long serialVersionUID = 1L;

    private final String yamlProblem;

    SyntaxException(Location location, String problem) {
        this(location, problem, "");
    }

    SyntaxException(Location location, String problem, String yamlProblem) {
        super(location, problem, problem);
        this.yamlProblem = yamlProblem;
    }

    /** What upstream's reader of YAML says, {@code line 2: did not find expected key}; "" if the text is no malformed YAML. */
    public String yamlProblem() {
        return yamlProblem;
    }
}
