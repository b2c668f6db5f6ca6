package io.kubelayers.nucleus.apply;

/** An applied configuration that does not have the shape of its kind. */
public final class TypeMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TypeMismatchException(String message) {
        super(message);
    }

    /** What is wrong, and where. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
