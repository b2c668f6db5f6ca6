package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldError.Type;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.HashSet;
import java.util.List;

/**
 * What is wrong with taints and tolerations, in upstream's words (core/validation/validation.go, {@code
 * validateNodeTaints}, {@code ValidateTolerations}). The comparing operators {@code Lt} and {@code Gt} are behind a gate
 * that is off.
 */
public final class TaintRules {
    private static final List<String> EFFECTS =
            List.of(TaintEffect.NO_SCHEDULE, TaintEffect.PREFER_NO_SCHEDULE, TaintEffect.NO_EXECUTE);

    private TaintRules() {}

    /** The taints of a node: no two of a key and effect. */
    public static void taints(FieldPath path, List<Taint> taints, List<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < taints.size(); i++) {
            var taint = taints.get(i);
            var at = path.index(i);
            MetaRules.invalid(at.child("key"), taint.key(), Names.qualifiedName(taint.key()), errors);
            var value = taint.value() == null ? "" : taint.value();
            var complaints = Names.labelValue(value);
            if (!complaints.isEmpty()) {
                errors.add(FieldError.invalid(at.child("value"), value, String.join(";", complaints)));
            }
            if (taint.effect().isEmpty()) {
                errors.add(FieldError.required(at.child("effect"), ""));
            } else {
                effect(at.child("effect"), taint.effect(), errors);
            }
            if (!seen.add(taint.effect() + "/" + taint.key())) {
                errors.add(new FieldError(
                        Type.DUPLICATE,
                        at.toString(),
                        ShownValue.of(taint),
                        "taints must be unique by key and effect pair"));
            }
        }
    }

    private static void effect(FieldPath path, String effect, List<FieldError> errors) {
        if (!EFFECTS.contains(effect)) {
            errors.add(FieldError.notSupported(path, effect, EFFECTS));
        }
    }

    /** The tolerations of a pod or of a runtime class. */
    public static void tolerations(FieldPath path, List<Toleration> tolerations, List<FieldError> errors) {
        for (int i = 0; i < tolerations.size(); i++) {
            toleration(path.index(i), tolerations.get(i), errors);
        }
    }

    private static void toleration(FieldPath path, Toleration toleration, List<FieldError> errors) {
        var key = toleration.key();
        var operator = toleration.operator() == null ? "" : toleration.operator();
        var effect = toleration.effect() == null ? "" : toleration.effect();
        if (key != null && !key.isEmpty()) {
            MetaRules.invalid(path.child("key"), key, Names.qualifiedName(key), errors);
        } else if (!operator.equals("Exists")) {
            errors.add(FieldError.invalid(
                    path.child("operator"),
                    operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\""));
        }
        if (toleration.tolerationSeconds() != null && !effect.equals(TaintEffect.NO_EXECUTE)) {
            errors.add(FieldError.invalid(
                    path.child("effect"), effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
        }
        operator(path.child("operator"), operator, toleration.value() == null ? "" : toleration.value(), errors);
        if (!effect.isEmpty()) {
            effect(path.child("effect"), effect, errors);
        }
    }

    private static void operator(FieldPath path, String operator, String value, List<FieldError> errors) {
        switch (operator) {
            case "Equal", "" -> {
                var complaints = Names.labelValue(value);
                if (!complaints.isEmpty()) {
                    errors.add(FieldError.invalid(path, value, String.join(";", complaints)));
                }
            }
            case "Exists" -> {
                if (!value.isEmpty()) {
                    errors.add(FieldError.invalid(path, value, "value must be empty when `operator` is 'Exists'"));
                }
            }
            case "Lt", "Gt" -> errors.add(
                    FieldError.notSupported(path, operator, List.of("Equal", "Exists", "Lt", "Gt")));
            default -> errors.add(FieldError.notSupported(path, operator, List.of("Equal", "Exists")));
        }
    }
}
