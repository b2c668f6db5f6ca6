package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.UnionMember;
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
 * @param name TODO-DOC
 * @param attributes TODO-DOC
 * @param capacity TODO-DOC
 * @param consumesCounters TODO-DOC
 * @param nodeName TODO-DOC
 * @param nodeSelector TODO-DOC
 * @param allNodes TODO-DOC
 * @param taints TODO-DOC
 * @param bindsToNode TODO-DOC
 * @param bindingConditions TODO-DOC
 * @param bindingFailureConditions TODO-DOC
 * @param allowMultipleAllocations TODO-DOC
 */
@RecordBuilder
public record Device(
    @Required @Pb(1) String name,
    @Pb(2) Map<String, Attribute> attributes,
    @Pb(3) Map<String, Capacity> capacity,
    @Atomic @FeatureGate("DRAPartitionableDevices") @Limits(maxItems = 2) @Pb(4) List<CounterConsumption> consumesCounters,
    @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(5) @Nullable String nodeName,
    @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(6) @Nullable NodeSelector nodeSelector,
    @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(7) @Nullable Boolean allNodes,
    @Atomic @FeatureGate("DRADeviceTaints") @Pb(8) List<Taint> taints,
    @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Pb(9) @Nullable Boolean bindsToNode,
    @Atomic @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Limits(maxItems = 4) @Pb(10) List<String> bindingConditions,
    @Atomic @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Limits(maxItems = 4) @Pb(11) List<String> bindingFailureConditions,
    @FeatureGate("DRAConsumableCapacity") @Pb(12) @Nullable Boolean allowMultipleAllocations)
    implements DeviceBuilder.With {
    public Device {
        name = Absent.text(name);
        attributes = Absent.map(attributes);
        capacity = Absent.map(capacity);
        consumesCounters = Absent.list(consumesCounters);
        taints = Absent.list(taints);
        bindingConditions = Absent.list(bindingConditions);
        bindingFailureConditions = Absent.list(bindingFailureConditions);
    }


    /**
     * TODO-DOC.
     *
     * @param counterSet TODO-DOC
     * @param counters TODO-DOC
     */
    @RecordBuilder
    public record CounterConsumption(
        @Required @Limits(format = "k8s-short-name") @Pb(1) String counterSet,
        @Required @OmitEmpty @Pb(2) Map<String, Counter> counters)
        implements DeviceCounterConsumptionBuilder.With {
        public CounterConsumption {
            counterSet = Absent.text(counterSet);
            counters = Absent.map(counters);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param value TODO-DOC
     * @param requestPolicy TODO-DOC
     */
    @RecordBuilder
    public record Capacity(
        @Required @Pb(1) Quantity value,
        @FeatureGate("DRAConsumableCapacity") @Pb(2) @Nullable CapacityRequestPolicy requestPolicy)
        implements DeviceCapacityBuilder.With {
        public Capacity {
            value = Absent.or(value, Quantity.ZERO);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param defaultValue TODO-DOC
     * @param validValues TODO-DOC
     * @param validRange TODO-DOC
     */
    @RecordBuilder
    public record CapacityRequestPolicy(
        @JsonName("default") @Written @Pb(1) @Nullable Quantity defaultValue,
        @Atomic @OneOf("ValidRequestValues") @Pb(3) List<Quantity> validValues,
        @OneOf("ValidRequestValues") @Pb(4) @Nullable CapacityRequestPolicyRange validRange)
        implements DeviceCapacityRequestPolicyBuilder.With {
        public CapacityRequestPolicy {
            validValues = Absent.list(validValues);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param min TODO-DOC
     * @param max TODO-DOC
     * @param step TODO-DOC
     */
    @RecordBuilder
    public record CapacityRequestPolicyRange(
        @Required @OmitEmpty @Pb(1) @Nullable Quantity min,
        @Pb(2) @Nullable Quantity max,
        @Pb(3) @Nullable Quantity step)
        implements DeviceCapacityRequestPolicyRangeBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param intValue TODO-DOC
     * @param boolValue TODO-DOC
     * @param string TODO-DOC
     * @param version TODO-DOC
     */
    @RecordBuilder
    public record Attribute(
        @JsonName("int") @UnionMember @Pb(2) @Nullable Long intValue,
        @JsonName("bool") @UnionMember @Pb(3) @Nullable Boolean boolValue,
        @UnionMember @Pb(4) @Nullable String string,
        @UnionMember @Pb(5) @Nullable String version)
        implements DeviceAttributeBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param key TODO-DOC
     * @param value TODO-DOC
     * @param effect TODO-DOC
     * @param timeAdded TODO-DOC
     */
    @RecordBuilder
    public record Taint(
        @Required @Pb(1) String key,
        @Pb(2) @Nullable String value,
        @Required @EnumValues(DeviceTaintEffect.class) @Pb(3) String effect,
        @Pb(4) @Nullable Instant timeAdded)
        implements DeviceTaintBuilder.With {
        public Taint {
            key = Absent.text(key);
            value = Absent.optional(value);
            effect = Absent.text(effect);
        }

    }
}
