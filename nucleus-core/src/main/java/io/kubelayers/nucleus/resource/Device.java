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
import io.kubelayers.nucleus.api.TypeName;
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
 * One device that can be given to a claim, with its attributes and capacity.
 *
 * @param name Name, a DNS label unique in the pool.
 * @param attributes Properties by name, for selection; up to 32 together with capacity.
 * @param capacity Amounts by name, such as memory; up to 32 together with attributes.
 * @param consumesCounters What the device takes from shared counters, up to 2 entries; empty for nothing.
 * @param nodeName Node the device is on; only with perDeviceNodeSelection, else null.
 * @param nodeSelector Nodes that reach the device; only with perDeviceNodeSelection, else null.
 * @param allNodes True if every node reaches the device; only with perDeviceNodeSelection, else null.
 * @param taints Marks that keep claims away unless tolerated, up to 16.
 * @param bindsToNode True to tie the claim to the node chosen at allocation; null is read as false.
 * @param bindingConditions Conditions that must be True before the pod is bound, up to 4; empty binds at once.
 * @param bindingFailureConditions Conditions any of which being True means the binding failed, up to 4.
 * @param allowMultipleAllocations True if several claims may share the device; null is read as false.
 */
@RecordBuilder
public record Device(
        @Required @Pb(1) String name,
        @Pb(2) Map<String, Attribute> attributes,
        @Pb(3) Map<String, Capacity> capacity,
        @Atomic @FeatureGate("DRAPartitionableDevices") @Limits(maxItems = 2) @Pb(4)
                List<CounterConsumption> consumesCounters,
        @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(5) @Nullable String nodeName,
        @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(6) @Nullable
                NodeSelector nodeSelector,
        @OneOf("DeviceNodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(7) @Nullable Boolean allNodes,
        @Atomic @FeatureGate("DRADeviceTaints") @Pb(8) List<Taint> taints,
        @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"}) @Pb(9) @Nullable
                Boolean bindsToNode,
        @Atomic
                @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"})
                @Limits(maxItems = 4)
                @Pb(10)
                List<String> bindingConditions,
        @Atomic
                @FeatureGate({"DRADeviceBindingConditions", "DRAResourceClaimDeviceStatus"})
                @Limits(maxItems = 4)
                @Pb(11)
                List<String> bindingFailureConditions,
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
     * What a device takes from one counter set.
     *
     * @param counterSet Name of the counter set in the same pool.
     * @param counters Amounts taken by counter name, up to 32.
     */
    @TypeName("DeviceCounterConsumption")
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
     * An amount a device has, and how sharers may ask for parts of it.
     *
     * @param value Total amount.
     * @param requestPolicy Rules for parts that claims ask for, shared devices only; null leaves requests free.
     */
    @TypeName("DeviceCapacity")
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
     * Which parts of a capacity a claim can get; at most one of validValues and validRange is set.
     *
     * @param defaultValue Part given to a claim that names no amount; null gives the whole.
     * @param validValues Allowed amounts in ascending order, a request is rounded up to one; empty if not used.
     * @param validRange Allowed range, a request is rounded up to its next step; null if not used.
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
     * Range of amounts a claim can get of a capacity.
     *
     * @param min Smallest amount; lesser requests are raised to it.
     * @param max Largest amount; null means the whole capacity.
     * @param step Distance between allowed amounts counted from min; null allows any.
     */
    @RecordBuilder
    public record CapacityRequestPolicyRange(
            @Required @OmitEmpty @Pb(1) @Nullable Quantity min,
            @Pb(2) @Nullable Quantity max,
            @Pb(3) @Nullable Quantity step)
            implements DeviceCapacityRequestPolicyRangeBuilder.With {}

    /**
     * Value of a device property; exactly one member is set.
     *
     * @param intValue Whole number; null for other types.
     * @param boolValue True or false; null for other types.
     * @param string Text up to 64 characters; null for other types.
     * @param version Semantic version 2.0.0 up to 64 characters; null for other types.
     */
    @TypeName("DeviceAttribute")
    @RecordBuilder
    public record Attribute(
            @JsonName("int") @UnionMember @Pb(2) @Nullable Long intValue,
            @JsonName("bool") @UnionMember @Pb(3) @Nullable Boolean boolValue,
            @UnionMember @Pb(4) @Nullable String string,
            @UnionMember @Pb(5) @Nullable String version)
            implements DeviceAttributeBuilder.With {}

    /**
     * Mark on a device that keeps away claims which do not tolerate it, and pods that use them.
     *
     * @param key Key, in the form of a label key.
     * @param value Value, in the form of a label value; may be empty.
     * @param effect None has no effect, NoSchedule stops new pods, NoExecute evicts running ones too.
     * @param timeAdded When the taint was added, whole seconds; null is filled with the present time.
     */
    @TypeName("DeviceTaint")
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
