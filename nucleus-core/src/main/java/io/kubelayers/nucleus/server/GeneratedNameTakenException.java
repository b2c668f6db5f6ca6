package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiException;

/** The name that the server made for a new object is taken: another may be tried. */
final class GeneratedNameTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiException refusal;

    /** @param refusal what the client is told if no other name is tried */
    GeneratedNameTakenException(ApiException refusal) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
    }

    ApiException refusal() {
        return refusal;
    }
}
