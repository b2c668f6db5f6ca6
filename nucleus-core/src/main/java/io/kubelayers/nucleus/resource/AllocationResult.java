package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of allocating a claim.
 *
 * @param devices Devices that were allocated.
 * @param nodeSelector Nodes where the devices can be used; null means every node.
 * @param allocationTimestamp When they were allocated; null if not recorded.
 */
@RecordBuilder
public record AllocationResult(
        @Written @Pb(1) DeviceAllocationResult devices,
        @Pb(3) @Nullable NodeSelector nodeSelector,
        @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Pb(5) @Nullable
                Instant allocationTimestamp)
        implements AllocationResultBuilder.With {
    public AllocationResult {
        devices = Absent.or(devices, DeviceAllocationResult.EMPTY);
    }

    /**
     * Devices allocated to a claim and settings for them.
     *
     * @param results Allocated devices, up to 32.
     * @param config Settings from claim and classes, up to 64; each tells its source.
     */
    @RecordBuilder
    public record DeviceAllocationResult(
            @Atomic @Limits(maxItems = 32) @Pb(1) List<DeviceRequestAllocationResult> results,
            @Atomic @Limits(maxItems = 64) @Pb(2) List<DeviceAllocationConfiguration> config)
            implements AllocationResultDeviceAllocationResultBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final DeviceAllocationResult EMPTY = new DeviceAllocationResult(null, null);

        public DeviceAllocationResult {
            results = Absent.list(results);
            config = Absent.list(config);
        }
    }

    /**
     * One device allocated for one request.
     *
     * @param request Name of the request, or request/choice for one with fallbacks.
     * @param driver Driver of the device, a DNS subdomain.
     * @param pool Pool of the device.
     * @param device Name of the device in its pool.
     * @param adminAccess True if given for management only, so others can still get it; null is read as false.
     * @param tolerations Tolerations copied from the request, up to 16.
     * @param bindingConditions Conditions copied from the device that must be True before binding, up to 4.
     * @param bindingFailureConditions Conditions copied from the device that mean failure, up to 4.
     * @param shareID UUID of this share of a shared device; null if it is not shared.
     * @param consumedCapacity Capacity used of a shared device, by name; may exceed the request by rounding.
     */
    @RecordBuilder
    public record DeviceRequestAllocationResult(
            @Required @Pb(1) String request,
            @Required @Limits(format = "k8s-long-name-caseless") @Pb(2) String driver,
            @Required @Limits(format = "k8s-resource-pool-name") @Pb(3) String pool,
            @Required @Pb(4) String device,
            @FeatureGate("DRAAdminAccess") @Pb(5) @Nullable Boolean adminAccess,
            @Atomic @FeatureGate("DRADeviceTaints") @Pb(6) List<DeviceToleration> tolerations,
            @Atomic
                    @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"})
                    @Limits(maxItems = 4)
                    @Pb(7)
                    List<String> bindingConditions,
            @Atomic
                    @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"})
                    @Limits(maxItems = 4)
                    @Pb(8)
                    List<String> bindingFailureConditions,
            @FeatureGate("DRAConsumableCapacity") @Limits(format = "k8s-uuid") @Pb(9) @Nullable String shareID,
            @FeatureGate("DRAConsumableCapacity") @Pb(10) Map<String, Quantity> consumedCapacity)
            implements AllocationResultDeviceRequestAllocationResultBuilder.With {
        public DeviceRequestAllocationResult {
            request = Absent.text(request);
            driver = Absent.text(driver);
            pool = Absent.text(pool);
            device = Absent.text(device);
            tolerations = Absent.list(tolerations);
            bindingConditions = Absent.list(bindingConditions);
            bindingFailureConditions = Absent.list(bindingFailureConditions);
            consumedCapacity = Absent.map(consumedCapacity);
        }
    }

    /**
     * Settings that go with an allocation.
     *
     * @param source Where they come from: FromClass or FromClaim.
     * @param requests Requests the settings are for, up to 32; empty means all.
     * @param opaque Settings only the driver understands; the only form so far.
     */
    @RecordBuilder
    public record DeviceAllocationConfiguration(
            @Required @EnumValues(AllocationConfigSource.class) @Pb(1) String source,
            @Atomic @Limits(maxItems = 32) @Pb(2) List<String> requests,
            @OneOf("ConfigurationType") @Pb({3, 1}) @Nullable OpaqueDeviceConfiguration opaque)
            implements AllocationResultDeviceAllocationConfigurationBuilder.With {
        public DeviceAllocationConfiguration {
            source = Absent.text(source);
            requests = Absent.list(requests);
        }
    }

    /** The values of {@code AllocationConfigSource}. */
    public static final class AllocationConfigSource {
        public static final String FROM_CLASS = "FromClass";
        public static final String FROM_CLAIM = "FromClaim";

        private AllocationConfigSource() {}
    }
}
