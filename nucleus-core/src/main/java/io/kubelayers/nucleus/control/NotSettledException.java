package io.kubelayers.nucleus.control;

/** Controllers kept finding something to do: most likely two of them undo each other's work. */
public final class NotSettledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSettledException(String message) {
        super(message);
    }
}
