package io.kubelayers.governance.abac;

/** Thrown for a policy file with a line that cannot be read. */
public final class AbacFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;

    AbacFileException(String source, int line, String text, Exception cause) {
        super(
                "error reading policy file " + source + ", line " + line + ": " + text + ": " + cause.getMessage(),
                cause);
        this.line = line;
    }

    /** The line at fault, from 1. */
    public int line() {
        return line;
    }
}
