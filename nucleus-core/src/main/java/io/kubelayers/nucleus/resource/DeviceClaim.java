package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests for devices, with rules that bind them together.
 *
 * @param requests Single requests, up to 32; all must be met, empty asks for nothing.
 * @param constraints Rules over several devices, up to 32.
 * @param config Settings for drivers, up to 32.
 */
@RecordBuilder
public record DeviceClaim(
        @Written @Atomic @Limits(maxItems = 32) @Pb(1) List<DeviceRequest> requests,
        @Atomic @Limits(maxItems = 32) @Pb(2) List<DeviceConstraint> constraints,
        @Atomic @Limits(maxItems = 32) @Pb(3) List<Configuration> config)
        implements DeviceClaimBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final DeviceClaim EMPTY = new DeviceClaim(null, null, null);

    public DeviceClaim {
        requests = Absent.list(requests);
        constraints = Absent.list(constraints);
        config = Absent.list(config);
    }

    /**
     * Rule that several devices of a claim must meet together; exactly one kind of rule is set.
     *
     * @param requests Requests the rule covers, up to 32; empty covers all.
     * @param matchAttribute Attribute, with domain, that must be equal on all devices; null if not used.
     * @param distinctAttribute Attribute, with domain, that must differ between all devices; null if not used.
     */
    @RecordBuilder
    public record DeviceConstraint(
            @Atomic @Limits(maxItems = 32) @Pb(1) List<String> requests,
            @OneOf("ConstraintType") @Limits(format = "k8s-resource-fully-qualified-name") @Pb(2) @Nullable
                    String matchAttribute,
            @OneOf("ConstraintType") @FeatureGate("DRAConsumableCapacity") @Pb(3) @Nullable String distinctAttribute)
            implements DeviceClaimDeviceConstraintBuilder.With {
        public DeviceConstraint {
            requests = Absent.list(requests);
        }
    }

    /**
     * Settings in a claim for the driver of its devices.
     *
     * @param requests Requests the settings are for, up to 32; empty means all.
     * @param opaque Settings only the driver understands; the only form so far.
     */
    @TypeName("DeviceClaimConfiguration")
    @RecordBuilder
    public record Configuration(
            @Atomic @Limits(maxItems = 32) @Pb(1) List<String> requests,
            @OneOf("ConfigurationType") @Pb({2, 1}) @Nullable OpaqueDeviceConfiguration opaque)
            implements DeviceClaimConfigurationBuilder.With {
        public Configuration {
            requests = Absent.list(requests);
        }
    }
}
