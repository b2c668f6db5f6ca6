package io.kubelayers.interfaces.testkit.models;

/** An object has something that the other side's model of its kind has no place for. */
public final class ModelMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A mismatch told in a sentence. */
    public ModelMismatchException(String message) {
        super(message);
    }

    /** A mismatch that showed as a failure to read. */
    public ModelMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
