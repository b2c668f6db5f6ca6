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
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param exactly TODO-DOC
 * @param firstAvailable TODO-DOC
 */
@RecordBuilder
public record DeviceRequest(
    @Required @Pb(1) String name,
    @OneOf("deviceRequestType") @Pb(2) @Nullable ExactDeviceRequest exactly,
    @Atomic @OneOf("deviceRequestType") @FeatureGate("DRAPrioritizedList") @Limits(maxItems = 8) @Pb(3) List<DeviceSubRequest> firstAvailable)
    implements DeviceRequestBuilder.With {
    public DeviceRequest {
        name = Absent.text(name);
        firstAvailable = Absent.list(firstAvailable);
    }


    /**
     * TODO-DOC.
     *
     * @param deviceClassName TODO-DOC
     * @param selectors TODO-DOC
     * @param allocationMode TODO-DOC
     * @param count TODO-DOC
     * @param adminAccess TODO-DOC
     * @param tolerations TODO-DOC
     * @param capacity TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param deviceClassName TODO-DOC
     * @param selectors TODO-DOC
     * @param allocationMode TODO-DOC
     * @param count TODO-DOC
     * @param tolerations TODO-DOC
     * @param capacity TODO-DOC
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
     * TODO-DOC.
     *
     * @param requests TODO-DOC
     */
    @RecordBuilder
    public record CapacityRequirements(
        @Pb(1) Map<String, Quantity> requests)
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
