package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.Device;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;

/** How much of a capacity may be asked for, where several claims share a device. */
final class CapacityChecks {
    private static final int MOST_VALUES = 10;

    private CapacityChecks() {}

    static void check(FieldPath path, Device.Capacity capacity, boolean shared, FieldErrors errors) {
        var policy = capacity.requestPolicy();
        if (policy == null) {
            return;
        }
        var place = path.child("requestPolicy");
        if (!shared) {
            errors.forbidden(place, "allowMultipleAllocations must be true");
            return;
        }
        var usual = policy.defaultValue();
        var range = policy.validRange();
        if (!policy.validValues().isEmpty() && range != null) {
            errors.forbidden(
                    place,
                    "exactly one policy can be specified, cannot specify \"validValues\" and \"validRange\" at the same"
                            + " time");
        } else if (!policy.validValues().isEmpty()) {
            if (usual == null) {
                errors.required(place.child("default"), "required when validValues is defined");
            } else {
                values(place.child("validValues"), policy.validValues(), usual, capacity.value(), errors);
            }
        } else if (range != null) {
            if (usual == null) {
                errors.required(place.child("default"), "required when validRange is defined");
            } else {
                range(place.child("validRange"), range, usual, capacity.value(), errors);
            }
        }
    }

    private static void values(
            FieldPath path, List<Quantity> values, Quantity usual, Quantity most, FieldErrors errors) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) > 0) {
                errors.invalid(path.index(i), values.get(i).toString(), "values must be sorted in ascending order");
            }
        }
        Entries.set(path, values, MOST_VALUES, errors, value -> String.valueOf(value.value()), (place, value) -> {
            if (value.compareTo(most) > 0) {
                errors.invalid(place, value.toString(), "option is larger than capacity value: " + most);
            }
        });
        if (values.size() > MOST_VALUES || !values.contains(usual)) {
            errors.invalid(path, usual.toString(), "default value is not valid according to the requestPolicy");
        }
    }

    private static void range(
            FieldPath path,
            Device.CapacityRequestPolicyRange range,
            Quantity usual,
            Quantity most,
            FieldErrors errors) {
        var min = range.min();
        if (min == null) {
            errors.required(path.child("min"), "required when validRange is defined");
            return;
        }
        if (min.compareTo(most) > 0) {
            errors.invalid(path.child("min"), min.toString(), "min is larger than capacity value: " + most);
        }
        if (usual.compareTo(min) < 0) {
            errors.invalid(path.child("min"), usual.toString(), "default is less than min: " + min);
        }
        var max = range.max();
        if (max != null) {
            if (min.compareTo(max) > 0) {
                errors.invalid(path.child("max"), min.toString(), "min is larger than max: " + max);
            }
            if (max.compareTo(most) > 0) {
                errors.invalid(path.child("max"), max.toString(), "max is larger than capacity value: " + most);
            }
            if (usual.compareTo(max) > 0) {
                errors.invalid(path.child("max"), usual.toString(), "default is more than max: " + max);
            }
        }
        var step = range.step();
        if (step != null) {
            var added = min.add(step);
            if (added.compareTo(most) > 0) {
                errors.invalid(
                        path.child("step"),
                        step.toString(),
                        "one step " + added + " is larger than capacity value: " + most);
            }
            multiple(path.child("step"), usual, min, step, errors);
            if (max != null) {
                multiple(path.child("step"), max, min, step, errors);
            }
        }
    }

    /** Steps of 0 divide nothing; upstream stops with a panic there. */
    private static void multiple(FieldPath path, Quantity value, Quantity min, Quantity step, FieldErrors errors) {
        if (step.value() == 0 || (value.value() - min.value()) % step.value() != 0) {
            errors.invalid(
                    path,
                    value.toString(),
                    "value is not a multiple of a given step (" + step + ") from (" + min + ")");
        }
    }
}
