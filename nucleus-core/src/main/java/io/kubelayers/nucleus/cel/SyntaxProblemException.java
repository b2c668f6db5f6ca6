package io.kubelayers.nucleus.cel;

/** The end of reading: the rest of an expression makes no sense. */
final class SyntaxProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int offset;

    SyntaxProblemException(int offset, String message) {
        super("Syntax error: " + message, null, false, false);
        this.offset = offset;
    }

    Problem problem() {
        return new Problem(offset, String.valueOf(getMessage()));
    }
}
