package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.resource.Counter;
import io.kubelayers.nucleus.resource.Device;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One device as its driver publishes it. */
final class DeviceChecks {
    private static final int MOST_ATTRIBUTES = 32;
    private static final int LONGEST_KEY = 63 + 1 + 32;
    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_TAINTS = 16;
    private static final int MOST_CONSUMPTIONS = 2;
    private static final int MOST_COUNTERS = 32;
    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final String PRE_RELEASE = "(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String BUILD = "[0-9a-zA-Z-]+";
    private static final Pattern VERSION = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(-" + PRE_RELEASE
            + "(\\." + PRE_RELEASE + ")*)?(\\+" + BUILD + "(\\." + BUILD + ")*)?");
    private static final String ONE_PLACE = "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when"
            + " `perDeviceNodeSelection` is set to true in the ResourceSlice spec";

    private DeviceChecks() {}

    static void check(FieldPath path, Device device, @Nullable Device old, boolean placed, FieldErrors errors) {
        DeviceNames.label(path.child("name"), device.name(), errors);
        int properties = device.attributes().size() + device.capacity().size();
        if (properties > MOST_ATTRIBUTES) {
            errors.invalid(
                    path,
                    properties,
                    "the total number of attributes and capacities must not exceed " + MOST_ATTRIBUTES);
        }
        Entries.map(
                path.child("attributes"),
                device.attributes(),
                -1,
                LONGEST_KEY,
                errors,
                (place, key) -> DeviceNames.qualified(place, key, errors),
                (place, attribute) -> attribute(place, attribute, errors));
        boolean shared = Boolean.TRUE.equals(device.allowMultipleAllocations());
        Entries.map(
                path.child("capacity"),
                device.capacity(),
                -1,
                LONGEST_KEY,
                errors,
                (place, key) -> DeviceNames.qualified(place, key, errors),
                (place, capacity) -> CapacityChecks.check(place, capacity, shared, errors));
        if (old == null || !old.taints().equals(device.taints())) {
            Entries.each(
                    path.child("taints"),
                    device.taints(),
                    MOST_TAINTS,
                    errors,
                    (place, taint) -> DeviceTaintChecks.taint(place, taint, errors));
        }
        Entries.set(
                path.child("consumesCounters"),
                device.consumesCounters(),
                MOST_CONSUMPTIONS,
                errors,
                Device.CounterConsumption::counterSet,
                (place, consumption) -> {
                    if (errors.given(place.child("counterSet"), consumption.counterSet())) {
                        DeviceNames.label(place.child("counterSet"), consumption.counterSet(), errors);
                    }
                    counters(place.child("counters"), consumption.counters(), errors);
                });
        if (placed) {
            place(path, device, errors);
        } else if (device.nodeName() != null || device.nodeSelector() != null || device.allNodes() != null) {
            errors.invalid(
                    path,
                    null,
                    "`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to"
                            + " true in the ResourceSlice spec");
        }
        AllocationChecks.bindingConditions(path, device.bindingConditions(), device.bindingFailureConditions(), errors);
    }

    /** Named counters, at least one. */
    static void counters(FieldPath path, Map<String, Counter> counters, FieldErrors errors) {
        if (counters.isEmpty()) {
            errors.required(path);
            return;
        }
        Entries.map(
                path,
                counters,
                MOST_COUNTERS,
                LONGEST_LABEL,
                errors,
                (place, name) -> DeviceNames.label(place, name, errors),
                (place, counter) -> {});
    }

    private static void attribute(FieldPath path, Device.Attribute attribute, FieldErrors errors) {
        int values = (attribute.boolValue() == null ? 0 : 1) + (attribute.intValue() == null ? 0 : 1);
        if (attribute.string() != null) {
            values++;
            errors.notLonger(path.child("string"), attribute.string(), LONGEST_VALUE);
        }
        if (attribute.version() != null) {
            values++;
            if (!VERSION.matcher(attribute.version()).matches()) {
                errors.invalid(
                        path.child("version"),
                        attribute.version(),
                        "must be a string compatible with semver.org spec 2.0.0");
            }
            errors.notLonger(path.child("version"), attribute.version(), LONGEST_VALUE);
        }
        if (values != 1) {
            errors.invalid(path, values == 0 ? "" : attribute, "exactly one value must be specified");
        }
    }

    private static void place(FieldPath path, Device device, FieldErrors errors) {
        var set = new ArrayList<String>();
        if (device.nodeName() != null) {
            if (device.nodeName().isEmpty()) {
                errors.invalid(path.child("nodeName"), "", "must not be empty");
            } else {
                set.add("`nodeName`");
                errors.invalid(path.child("nodeName"), device.nodeName(), Names.dnsSubdomain(device.nodeName()));
            }
        }
        if (device.nodeSelector() != null) {
            set.add("`nodeSelector`");
            var found = new ArrayList<FieldError>();
            NodeSelectorRules.selector(path.child("nodeSelector"), device.nodeSelector(), found);
            errors.addAll(found);
        }
        if (Boolean.TRUE.equals(device.allNodes())) {
            set.add("`allNodes`");
        } else if (device.allNodes() != null) {
            errors.invalid(path.child("allNodes"), false, "must be either unset or set to true");
        }
        if (set.isEmpty()) {
            errors.required(path, ONE_PLACE);
        } else if (set.size() > 1) {
            errors.invalid(path, "{" + String.join(", ", set) + "}", ONE_PLACE);
        }
    }
}
