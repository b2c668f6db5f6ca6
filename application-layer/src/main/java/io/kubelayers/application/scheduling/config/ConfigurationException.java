package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.Location;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;

/** A scheduler configuration that cannot be used; the message tells the places in the file. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String place;

    private ConfigurationException(String message, String place) {
        super(message);
        this.place = place;
    }

    /** A problem with the field there. */
    static ConfigurationException at(String place, String problem) {
        return new ConfigurationException(place + ": " + problem, place);
    }

    /** A message that tells the place itself, in upstream's words. */
    static ConfigurationException worded(String place, String message) {
        return new ConfigurationException(message, place);
    }

    /** Several at once, as upstream lists them. */
    static ConfigurationException of(List<FieldError> errors) {
        var message = errors.size() == 1 ? errors.get(0).toString() : errors.toString();
        return new ConfigurationException(message, errors.get(0).field());
    }

    /** The field, such as {@code profiles[0].pluginConfig[1].args}; the first one if there are several. */
    public String place() {
        return place;
    }

    /** The same with file and line. */
    ConfigurationException at(Location location) {
        var text = location.toString();
        return text.isEmpty() ? this : new ConfigurationException(text + ": " + getMessage(), place);
    }
}
