package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param devicePath TODO-DOC
 */
@RecordBuilder
public record VolumeDevice(
    @Required @Pb(1) String name,
    @Required @Pb(2) String devicePath)
    implements VolumeDeviceBuilder.With {
    public VolumeDevice {
        name = Absent.text(name);
        devicePath = Absent.text(devicePath);
    }

}
