package io.kubelayers.application.scheduling.framework;

/** An {@link Extender} could not answer: it cannot be reached, took too long, or answered what makes no sense. */
public final class ExtenderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExtenderException(String message) {
        super(message);
    }

    public ExtenderException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What to say of an extender that threw; its name is in it. */
    public static String text(Extender extender, RuntimeException thrown) {
        var message = thrown instanceof ExtenderException ? String.valueOf(thrown.getMessage()) : "panic: " + thrown;
        return message.contains(extender.name()) ? message : "extender \"" + extender.name() + "\": " + message;
    }
}
