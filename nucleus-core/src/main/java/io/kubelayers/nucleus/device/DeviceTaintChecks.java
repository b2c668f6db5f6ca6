package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.Device;
import io.kubelayers.nucleus.resource.DeviceTaintEffect;
import io.kubelayers.nucleus.resource.DeviceToleration;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/** Taints of devices and who tolerates them. */
final class DeviceTaintChecks {
    private static final List<String> EFFECTS =
            List.of(DeviceTaintEffect.NO_EXECUTE, DeviceTaintEffect.NO_SCHEDULE, DeviceTaintEffect.NONE);
    private static final List<String> OPERATORS = List.of("Equal", "Exists");

    private DeviceTaintChecks() {}

    static void taint(FieldPath path, Device.Taint taint, FieldErrors errors) {
        errors.addAll(MetaRules.labelKey(path.child("key"), taint.key()));
        if (taint.value() != null && !taint.value().isEmpty()) {
            errors.invalid(path.child("value"), taint.value(), Names.labelValue(taint.value()));
        }
        errors.requiredOneOf(path.child("effect"), taint.effect(), EFFECTS);
    }

    static void toleration(FieldPath path, DeviceToleration toleration, FieldErrors errors) {
        var key = toleration.key();
        var value = toleration.value() == null ? "" : toleration.value();
        if (key != null && !key.isEmpty()) {
            errors.addAll(MetaRules.labelKey(path.child("key"), key));
        }
        if ("Exists".equals(toleration.operator())) {
            if (!value.isEmpty()) {
                errors.invalid(path.child("value"), value, "must be empty for operator `Exists`");
            }
        } else if ("Equal".equals(toleration.operator())) {
            errors.invalid(path.child("value"), value, Names.labelValue(value));
        } else {
            errors.requiredOneOf(path.child("operator"), toleration.operator(), OPERATORS);
        }
        var effect = toleration.effect();
        if (effect != null && !effect.isEmpty()) {
            errors.oneOf(path.child("effect"), effect, EFFECTS);
        }
    }
}
