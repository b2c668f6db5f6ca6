package io.kubelayers.nucleus.patch;

/** A patch that can't be read, or that does not apply to the object. */
public final class PatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final boolean malformed;

    /** A patch that can be read and does not apply. */
    public PatchException(String message) {
        this(message, false);
    }

    private PatchException(String message, boolean malformed) {
        super(message);
        this.message = message;
        this.malformed = malformed;
    }

    /** Something that is no patch, whatever it would be applied to: the API answers 400, not 422. */
    public static PatchException malformed(String message) {
        return new PatchException(message, true);
    }

    /** What is wrong. */
    public String message() {
        return message;
    }

    /** Whether the patch is none at all. */
    public boolean isMalformed() {
        return malformed;
    }
}
