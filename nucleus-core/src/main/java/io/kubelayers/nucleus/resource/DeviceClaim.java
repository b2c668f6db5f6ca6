package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param requests TODO-DOC
 * @param constraints TODO-DOC
 * @param config TODO-DOC
 */
@RecordBuilder
public record DeviceClaim(
    @Written @Atomic @Limits(maxItems = 32) @Pb(1) List<DeviceRequest> requests,
    @Atomic @Limits(maxItems = 32) @Pb(2) List<DeviceConstraint> constraints,
    @Atomic @Limits(maxItems = 32) @Pb(3) List<Configuration> config)
    implements DeviceClaimBuilder.With {
    /** The value of a field that was not set. */
    public static final DeviceClaim EMPTY = new DeviceClaim(null, null, null);

    public DeviceClaim {
        requests = Absent.list(requests);
        constraints = Absent.list(constraints);
        config = Absent.list(config);
    }


    /**
     * TODO-DOC.
     *
     * @param requests TODO-DOC
     * @param matchAttribute TODO-DOC
     * @param distinctAttribute TODO-DOC
     */
    @RecordBuilder
    public record DeviceConstraint(
        @Atomic @Limits(maxItems = 32) @Pb(1) List<String> requests,
        @OneOf("ConstraintType") @Limits(format = "k8s-resource-fully-qualified-name") @Pb(2) @Nullable String matchAttribute,
        @OneOf("ConstraintType") @FeatureGate("DRAConsumableCapacity") @Pb(3) @Nullable String distinctAttribute)
        implements DeviceClaimDeviceConstraintBuilder.With {
        public DeviceConstraint {
            requests = Absent.list(requests);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param requests TODO-DOC
     * @param opaque TODO-DOC
     */
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
