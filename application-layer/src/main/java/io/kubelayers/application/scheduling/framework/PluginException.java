package io.kubelayers.application.scheduling.framework;

/** A plugin could not answer: bad input or a bug. The framework turns it into {@link Status.Code#ERROR}. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
