package io.kubelayers.application.scheduling.config;

/** A scheduler configuration that cannot be used; the message begins with the place in the file. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ConfigurationException(String place, String problem) {
        super(place + ": " + problem);
    }
}
