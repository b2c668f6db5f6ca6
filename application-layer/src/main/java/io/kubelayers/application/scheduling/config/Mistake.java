package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.validation.FieldError;

/**
 * One thing that is wrong with a configuration.
 *
 * @param place the field, such as {@code profiles[0].pluginConfig[1].args}
 * @param text what is wrong; names the place
 */
record Mistake(String place, String text) {
    static Mistake of(FieldError error) {
        return new Mistake(error.field(), error.toString());
    }

    /** A problem whose words do not name the place. */
    static Mistake at(String place, String problem) {
        return new Mistake(place, place + ": " + problem);
    }
}
