package io.kubelayers.application.scheduling;

/** A profile that cannot work: an unknown or doubled plugin, no order for the queue, a weight of zero. */
public final class ProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ProfileException(String message) {
        super(message);
    }
}
