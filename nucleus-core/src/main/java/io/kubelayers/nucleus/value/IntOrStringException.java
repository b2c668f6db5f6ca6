package io.kubelayers.nucleus.value;

/** A value that is no number or percentage where one is needed. The message is the one upstream answers with. */
public final class IntOrStringException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    IntOrStringException(String message) {
        super(message);
    }
}
