package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.cel.Environment;
import io.kubelayers.nucleus.cel.Expression;
import io.kubelayers.nucleus.cel.Type;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;

/**
 * The expressions that choose devices: what they may name of a device, and that they tell yes or no
 * (dynamic-resource-allocation, {@code cel/compile.go}).
 */
final class DeviceExpressions {
    private static final Type QUANTITY = new Type("kubernetes.Quantity", List.of(), null);

    /** Attributes and capacity are by domain, then by name. */
    private static final Environment OF_A_DEVICE = Environment.empty()
            .with(
                    "device",
                    Type.object(
                            "kubernetes.DRADevice",
                            Map.of(
                                    "driver",
                                    Type.STRING,
                                    "attributes",
                                    Type.map(Type.STRING, Type.map(Type.STRING, Type.DYN)),
                                    "capacity",
                                    Type.map(Type.STRING, Type.map(Type.STRING, QUANTITY)))));

    private DeviceExpressions() {}

    static void check(FieldPath path, String expression, FieldErrors errors) {
        var read = Expression.check(expression, OF_A_DEVICE);
        if (!read.complaint().isEmpty()) {
            errors.invalid(path, expression, read.complaint());
        } else if (!read.type().agrees(Type.BOOL)) {
            errors.invalid(path, expression, "must evaluate to bool or the unknown type, not " + read.type());
        }
    }
}
