package io.kubelayers.application.scheduling.framework;

/**
 * A plugin could not answer: bad input or a bug. The framework turns it into {@link Status.Code#ERROR}, as it does with any
 * other exception: a plugin that fails costs its pod the attempt, not the scheduler its life.
 */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to say of a plugin that threw: its own words, or what kind of exception it was if it did not mean to throw. */
    public static String text(RuntimeException thrown) {
        return thrown instanceof PluginException ? String.valueOf(thrown.getMessage()) : "panic: " + thrown;
    }
}
