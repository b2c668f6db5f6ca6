package io.kubelayers.governance.quota;

/** A quota scope with an operator or values that make no sense. */
public final class InvalidScopeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidScopeException(String message) {
        super(message);
    }
}
