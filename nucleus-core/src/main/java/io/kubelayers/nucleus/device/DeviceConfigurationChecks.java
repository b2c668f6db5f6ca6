package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.resource.DeviceSelector;
import io.kubelayers.nucleus.resource.OpaqueDeviceConfiguration;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selectors and driver parameters, which claims and classes both have. */
final class DeviceConfigurationChecks {
    static final int MOST = 32;

    private static final int LONGEST = 10 * 1024;

    private DeviceConfigurationChecks() {}

    static void selectors(FieldPath path, List<DeviceSelector> selectors, FieldErrors errors) {
        Entries.each(path, selectors, MOST, errors, (place, selector) -> {
            var cel = selector.cel();
            if (cel == null) {
                errors.required(place.child("cel"));
            } else if (errors.notLonger(place.child("cel", "expression"), cel.expression(), LONGEST)) {
                DeviceExpressions.check(place.child("cel", "expression"), cel.expression(), errors);
            }
        });
    }

    /**
     * Parameters for a driver.
     *
     * @param stored whether they have been stored before, so that they may be longer than new ones
     */
    static void opaque(FieldPath path, @Nullable OpaqueDeviceConfiguration opaque, boolean stored, FieldErrors errors) {
        var place = path.child("opaque");
        if (opaque == null) {
            errors.required(place);
            return;
        }
        DeviceNames.driver(place.child("driver"), opaque.driver(), errors);
        raw(place.child("parameters"), opaque.parameters(), stored, errors);
    }

    /** An object that is kept for somebody else. */
    static void raw(FieldPath path, @Nullable Object value, boolean stored, FieldErrors errors) {
        if (value == null) {
            errors.required(path);
        } else if (!stored && Codec.json(value).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            errors.notLonger(path, Codec.json(value), LONGEST);
        } else if (!(value instanceof Map)) {
            errors.invalid(path, "<value omitted>", "must be a valid JSON object");
        }
    }
}
