package io.kubelayers.nucleus.toolbox;

/** A text that no shell understands, or not yet. */
final class ShellSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unfinished;

    private ShellSyntaxException(String message, boolean unfinished) {
        super(message);
        this.unfinished = unfinished;
    }

    static ShellSyntaxException unexpected(String what) {
        return new ShellSyntaxException("syntax error: unexpected \"" + what + "\"", false);
    }

    static ShellSyntaxException unfinished(String what) {
        return new ShellSyntaxException("syntax error: " + what, true);
    }

    /** Whether more text may make sense of it. */
    boolean isUnfinished() {
        return unfinished;
    }
}
