package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.resource.Device;
import io.kubelayers.nucleus.resource.ResourceSlice;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Slices of the devices of a driver: of one pool, and on one node, some nodes or all. */
final class ResourceSliceRules implements KindRules<ResourceSlice> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final GatedFields GATED = DeviceRules.GATED_IN_SPECS;
    private static final int MOST_DEVICES = 128;
    private static final int MOST_COMPLEX_DEVICES = 64;
    private static final int MOST_COUNTER_SETS = 8;
    private static final String ONE_PLACE =
            "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required";

    @Override
    public Class<ResourceSlice> type() {
        return ResourceSlice.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public boolean countsGenerationsOfSent() {
        return true;
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    @Override
    public List<String> warnings(ResourceSlice slice) {
        var driver = slice.spec().driver();
        return driver.equals(driver.toLowerCase(Locale.ROOT))
                ? List.of()
                : List.of("spec.driver: driver names should be lowercase; \"" + driver
                        + "\" contains uppercase characters");
    }

    @Override
    public List<FieldError> validate(ResourceSlice slice) {
        return check(slice.spec(), null);
    }

    @Override
    public List<FieldError> validateUpdate(ResourceSlice slice, ResourceSlice old) {
        return check(slice.spec(), old.spec());
    }

    private static List<FieldError> check(ResourceSlice.Spec spec, ResourceSlice.@Nullable Spec old) {
        var errors = new FieldErrors();
        DeviceNames.driver(SPEC.child("driver"), spec.driver(), errors);
        pool(SPEC.child("pool"), spec.pool(), errors);
        if (old != null) {
            errors.immutable(
                    SPEC.child("pool", "name"), spec.pool().name(), old.pool().name());
            errors.immutable(SPEC.child("driver"), spec.driver(), old.driver());
            errors.immutable(SPEC.child("nodeName"), spec.nodeName(), old.nodeName());
        }
        place(spec, errors);
        if (Absent.isGiven(spec.sharedCounters()) && Absent.isGiven(spec.devices())) {
            errors.invalid(SPEC, "", "only one of `sharedCounters` or `devices` is allowed");
        }
        boolean perDevice = Boolean.TRUE.equals(spec.perDeviceNodeSelection());
        Entries.set(
                SPEC.child("devices"),
                spec.devices(),
                mostDevices(spec.devices()),
                errors,
                Device::name,
                (path, device) -> DeviceChecks.check(path, device, before(old, device), perDevice, errors));
        Entries.set(
                SPEC.child("sharedCounters"),
                spec.sharedCounters(),
                MOST_COUNTER_SETS,
                errors,
                ResourceSlice.CounterSet::name,
                (path, set) -> {
                    if (errors.given(path.child("name"), set.name())) {
                        DeviceNames.label(path.child("name"), set.name(), errors);
                    }
                    DeviceChecks.counters(path.child("counters"), set.counters(), errors);
                });
        return errors.list();
    }

    private static void pool(FieldPath path, ResourceSlice.ResourcePool pool, FieldErrors errors) {
        DeviceNames.pool(path.child("name"), pool.name(), errors);
        if (pool.resourceSliceCount() <= 0) {
            errors.invalid(path.child("resourceSliceCount"), pool.resourceSliceCount(), "must be greater than zero");
        }
        if (pool.generation() < 0) {
            errors.invalid(path.child("generation"), pool.generation(), "must be greater than or equal to zero");
        }
    }

    private static void place(ResourceSlice.Spec spec, FieldErrors errors) {
        var set = new ArrayList<String>();
        if (spec.nodeName() != null) {
            if (spec.nodeName().isEmpty()) {
                errors.invalid(SPEC.child("nodeName"), "", "must be either unset or set to a non-empty string");
            } else {
                set.add("`nodeName`");
                errors.invalid(SPEC.child("nodeName"), spec.nodeName(), Names.dnsSubdomain(spec.nodeName()));
            }
        }
        if (spec.nodeSelector() != null) {
            set.add("`nodeSelector`");
            var path = SPEC.child("nodeSelector");
            var found = new ArrayList<FieldError>();
            NodeSelectorRules.selector(path, spec.nodeSelector(), found);
            errors.addAll(found);
            var terms = spec.nodeSelector().nodeSelectorTerms();
            if (terms.size() != 1) {
                errors.invalid(
                        path.child("nodeSelectorTerms"),
                        ShownValue.of(terms),
                        "must have exactly one node selector term");
            }
        }
        flag("allNodes", spec.allNodes(), set, errors);
        flag("perDeviceNodeSelection", spec.perDeviceNodeSelection(), set, errors);
        if (set.isEmpty()) {
            errors.required(SPEC, ONE_PLACE);
        } else if (set.size() > 1) {
            errors.invalid(SPEC, "{" + String.join(", ", set) + "}", ONE_PLACE + ", but multiple fields are set");
        }
    }

    private static void flag(String field, @Nullable Boolean value, List<String> set, FieldErrors errors) {
        if (Boolean.TRUE.equals(value)) {
            set.add('`' + field + '`');
        } else if (value != null) {
            errors.invalid(SPEC.child(field), false, "must be either unset or set to true");
        }
    }

    private static int mostDevices(List<Device> devices) {
        for (var device : devices) {
            if (!device.taints().isEmpty() || !device.consumesCounters().isEmpty()) {
                return MOST_COMPLEX_DEVICES;
            }
        }
        return MOST_DEVICES;
    }

    private static @Nullable Device before(ResourceSlice.@Nullable Spec old, Device device) {
        if (old != null) {
            for (var one : old.devices()) {
                if (one.name().equals(device.name())) {
                    return one;
                }
            }
        }
        return null;
    }
}
