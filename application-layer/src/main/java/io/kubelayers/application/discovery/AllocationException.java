package io.kubelayers.application.discovery;

/** An address or port can't be had: it is taken, out of range, or all are taken. The message is upstream's. */
public final class AllocationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    AllocationException(String message) {
        super(message);
    }
}
