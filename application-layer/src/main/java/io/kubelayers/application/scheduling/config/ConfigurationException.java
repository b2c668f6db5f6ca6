package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.Location;

/** A scheduler configuration that cannot be used; the message begins with the place in the file. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    ConfigurationException(String place, String problem) {
        this("", place, problem);
    }

    private ConfigurationException(String location, String place, String problem) {
        super((location.isEmpty() ? "" : location + ": ") + place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** The field, such as {@code profiles[0].pluginConfig[1].args}. */
    public String place() {
        return place;
    }

    /** The same with file and line. */
    ConfigurationException at(Location location) {
        return new ConfigurationException(location.toString(), place, problem);
    }
}
