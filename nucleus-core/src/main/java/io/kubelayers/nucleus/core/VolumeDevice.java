package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The place where a raw block volume appears as a device in a container.
 *
 * @param name Name of the pod volume, backed by a claim in Block mode.
 * @param devicePath Device path inside the container.
 */
@RecordBuilder
public record VolumeDevice(@Required @Pb(1) String name, @Required @Pb(2) String devicePath)
        implements VolumeDeviceBuilder.With {
    public VolumeDevice {
        name = Absent.text(name);
        devicePath = Absent.text(devicePath);
    }
}
