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
 * TODO-DOC.
 *
 * @param devices TODO-DOC
 * @param nodeSelector TODO-DOC
 * @param allocationTimestamp TODO-DOC
 */
@RecordBuilder
public record AllocationResult(
    @Written @Pb(1) DeviceAllocationResult devices,
    @Pb(3) @Nullable NodeSelector nodeSelector,
    @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Pb(5) @Nullable Instant allocationTimestamp)
    implements AllocationResultBuilder.With {
    public AllocationResult {
        devices = Absent.or(devices, DeviceAllocationResult.EMPTY);
    }


    /**
     * TODO-DOC.
     *
     * @param results TODO-DOC
     * @param config TODO-DOC
     */
    @RecordBuilder
    public record DeviceAllocationResult(
        @Atomic @Limits(maxItems = 32) @Pb(1) List<DeviceRequestAllocationResult> results,
        @Atomic @Limits(maxItems = 64) @Pb(2) List<DeviceAllocationConfiguration> config)
        implements AllocationResultDeviceAllocationResultBuilder.With {
        /** The value of a field that was not set. */
        public static final DeviceAllocationResult EMPTY = new DeviceAllocationResult(null, null);

        public DeviceAllocationResult {
            results = Absent.list(results);
            config = Absent.list(config);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param request TODO-DOC
     * @param driver TODO-DOC
     * @param pool TODO-DOC
     * @param device TODO-DOC
     * @param adminAccess TODO-DOC
     * @param tolerations TODO-DOC
     * @param bindingConditions TODO-DOC
     * @param bindingFailureConditions TODO-DOC
     * @param shareID TODO-DOC
     * @param consumedCapacity TODO-DOC
     */
    @RecordBuilder
    public record DeviceRequestAllocationResult(
        @Required @Pb(1) String request,
        @Required @Limits(format = "k8s-long-name-caseless") @Pb(2) String driver,
        @Required @Limits(format = "k8s-resource-pool-name") @Pb(3) String pool,
        @Required @Pb(4) String device,
        @FeatureGate("DRAAdminAccess") @Pb(5) @Nullable Boolean adminAccess,
        @Atomic @FeatureGate("DRADeviceTaints") @Pb(6) List<DeviceToleration> tolerations,
        @Atomic @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Limits(maxItems = 4) @Pb(7) List<String> bindingConditions,
        @Atomic @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Limits(maxItems = 4) @Pb(8) List<String> bindingFailureConditions,
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
     * TODO-DOC.
     *
     * @param source TODO-DOC
     * @param requests TODO-DOC
     * @param opaque TODO-DOC
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
