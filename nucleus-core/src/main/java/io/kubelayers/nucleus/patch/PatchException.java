package io.kubelayers.nucleus.patch;

/** A patch that can't be read, or that does not apply to the object. */
public final class PatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    public PatchException(String message) {
        super(message);
        this.message = message;
    }

    /** What is wrong. */
    public String message() {
        return message;
    }
}
