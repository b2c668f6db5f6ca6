package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Settings passed to a driver as they are.
 *
 * @param driver Driver they are for; others skip them.
 * @param parameters The settings as an object, normally with kind and apiVersion; up to 10 KiB.
 */
@RecordBuilder
public record OpaqueDeviceConfiguration(
        @Required @Limits(format = "k8s-long-name-caseless") @Pb(1) String driver,
        @Required @RawObject @Pb(2) @Nullable Object parameters)
        implements OpaqueDeviceConfigurationBuilder.With {
    public OpaqueDeviceConfiguration {
        driver = Absent.text(driver);
    }
}
