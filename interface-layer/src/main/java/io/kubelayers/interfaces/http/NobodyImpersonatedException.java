package io.kubelayers.interfaces.http;

/** Groups, extras or a uid to act with, but nobody to act as. Upstream answers this in plain text, not with a Status. */
final class NobodyImpersonatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NobodyImpersonatedException(String message) {
        super(message);
    }
}
