package io.kubelayers.nucleus.cel;

/** The end of reading: the rest of an expression makes no sense, or the whole is too much. */
final class SyntaxProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int offset;

    SyntaxProblemException(int offset, String message) {
        this("Syntax error: " + message, offset);
    }

    private SyntaxProblemException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** The whole expression is too long or too deep. */
    static SyntaxProblemException limit(String message) {
        return new SyntaxProblemException(message, -1);
    }

    Problem problem() {
        return new Problem(offset, String.valueOf(getMessage()));
    }
}
