package io.kubelayers.nucleus.patch;

/** A three-way patch that would overwrite what somebody else has changed since. */
public final class PatchConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatchConflictException(String message) {
        super(message);
    }
}
