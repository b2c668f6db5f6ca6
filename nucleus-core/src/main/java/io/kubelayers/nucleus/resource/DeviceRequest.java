package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request for devices of one sort, exact or with fallbacks; exactly one form is set.
 *
 * @param name Name, a DNS label; containers and constraints refer to it.
 * @param exactly A single description of the devices; null if firstAvailable is used.
 * @param firstAvailable Descriptions in order of liking, up to 8, the first that can be met is taken; empty if
 *     exactly is used.
 */
@RecordBuilder
public record DeviceRequest(
        @Required @Pb(1) String name,
        @OneOf("deviceRequestType") @Pb(2) @Nullable ExactDeviceRequest exactly,
        @Atomic @OneOf("deviceRequestType") @FeatureGate("DRAPrioritizedList") @Limits(maxItems = 8) @Pb(3)
                List<DeviceSubRequest> firstAvailable)
        implements DeviceRequestBuilder.With {
    public DeviceRequest {
        name = Absent.text(name);
        firstAvailable = Absent.list(firstAvailable);
    }

    /**
     * Description of devices wanted: class, filters and number.
     *
     * @param deviceClassName DeviceClass the devices must be of; required.
     * @param selectors Filters that must all hold, up to 32; empty adds none to the class.
     * @param allocationMode ExactCount takes count devices, All every fitting one; empty means ExactCount.
     * @param count Number of devices for ExactCount, at least 1; 0 is read as 1, must be 0 with All.
     * @param adminAccess True for management access to devices in use by others; null is read as false.
     * @param tolerations Device taints that are accepted, up to 16.
     * @param capacity Parts of capacity wanted of each device; null takes the defaults.
     */
    @RecordBuilder
    public record ExactDeviceRequest(
            @Required @Pb(1) String deviceClassName,
            @Atomic @Limits(maxItems = 32) @Pb(2) List<DeviceSelector> selectors,
            @Default("ExactCount") @EnumValues(DeviceAllocationMode.class) @Pb(3) @Nullable String allocationMode,
            @OneOf("AllocationMode") @Pb(4) long count,
            @FeatureGate("DRAAdminAccess") @Pb(5) @Nullable Boolean adminAccess,
            @Atomic @FeatureGate("DRADeviceTaints") @Pb(6) List<DeviceToleration> tolerations,
            @FeatureGate("DRAConsumableCapacity") @Pb(7) @Nullable CapacityRequirements capacity)
            implements DeviceRequestExactDeviceRequestBuilder.With {
        public ExactDeviceRequest {
            deviceClassName = Absent.text(deviceClassName);
            selectors = Absent.list(selectors);
            allocationMode = Absent.optional(allocationMode);
            tolerations = Absent.list(tolerations);
        }
    }

    /**
     * One choice of a request with fallbacks.
     *
     * @param name Name, a DNS label; referred to as request/choice.
     * @param deviceClassName DeviceClass the devices must be of; required.
     * @param selectors Filters that must all hold, up to 32; empty adds none to the class.
     * @param allocationMode ExactCount takes count devices, All every fitting one; empty means ExactCount.
     * @param count Number of devices for ExactCount, at least 1; 0 is read as 1, must be 0 with All.
     * @param tolerations Device taints that are accepted, up to 16.
     * @param capacity Parts of capacity wanted of each device; null takes the defaults.
     */
    @RecordBuilder
    public record DeviceSubRequest(
            @Required @Pb(1) String name,
            @Required @Limits(format = "k8s-long-name") @Pb(2) String deviceClassName,
            @Atomic @Limits(maxItems = 32) @Pb(3) List<DeviceSelector> selectors,
            @Default("ExactCount") @EnumValues(DeviceAllocationMode.class) @Pb(4) @Nullable String allocationMode,
            @OneOf("AllocationMode") @Pb(5) long count,
            @Atomic @FeatureGate("DRADeviceTaints") @Pb(6) List<DeviceToleration> tolerations,
            @FeatureGate("DRAConsumableCapacity") @Pb(7) @Nullable CapacityRequirements capacity)
            implements DeviceRequestDeviceSubRequestBuilder.With {
        public DeviceSubRequest {
            name = Absent.text(name);
            deviceClassName = Absent.text(deviceClassName);
            selectors = Absent.list(selectors);
            allocationMode = Absent.optional(allocationMode);
            tolerations = Absent.list(tolerations);
        }
    }

    /**
     * Capacity wanted of a device.
     *
     * @param requests Amounts by capacity name; absent names get the default of the device.
     */
    @RecordBuilder
    public record CapacityRequirements(@Pb(1) Map<String, Quantity> requests)
            implements DeviceRequestCapacityRequirementsBuilder.With {
        public CapacityRequirements {
            requests = Absent.map(requests);
        }
    }

    /** The values of {@code DeviceAllocationMode}. */
    public static final class DeviceAllocationMode {
        public static final String EXACT_COUNT = "ExactCount";
        public static final String ALL = "All";

        private DeviceAllocationMode() {}
    }
}
