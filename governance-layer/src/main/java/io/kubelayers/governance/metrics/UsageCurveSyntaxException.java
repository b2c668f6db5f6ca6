package io.kubelayers.governance.metrics;

/** A usage curve or trace that can't be read; the message says what was found where, and what would do. */
public final class UsageCurveSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UsageCurveSyntaxException(String message) {
        super(message);
    }
}
