package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.core.Volume;

/** Which sources a volume names. */
final class VolumeSources {
    private VolumeSources() {}

    /** How many sources are set; a valid volume has one. */
    static int count(Volume volume) {
        int set = 0;
        for (var field : RecordSchema.of(Volume.class).fields()) {
            if (!field.name().equals("name") && field.get(volume) != null) {
                set++;
            }
        }
        return set;
    }
}
