package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.pod.PodChecks;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the kinds of workloads share: selector and template belong together, the pods restart always, numbers and
 * percentages are in range.
 *
 * <p>Upstream source: {@code pkg/apis/apps/validation/validation.go}.
 */
public final class TemplateChecks {
    /** Path of the spec. */
    public static final FieldPath SPEC = FieldPath.of("spec");

    private static final Codec CODEC = Codec.of(TypeRegistry.empty());

    private TemplateChecks() {}

    /** A selector that is there, not empty, well formed, and matches the template's labels. */
    public static void selector(
            String kind, @Nullable LabelSelector selector, PodTemplateSpec template, List<FieldError> errors) {
        var path = SPEC.child("selector");
        if (selector == null) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        var malformed = LabelSelectors.validate(path, selector);
        errors.addAll(malformed);
        if (LabelSelector.EMPTY.equals(selector)) {
            errors.add(FieldError.invalid(path, tree(selector), "empty selector is invalid for " + kind));
        } else if (malformed.isEmpty()) {
            matches(Selector.of(selector), template, errors);
        }
    }

    /** A selector that matches the template's labels. */
    static void matches(Selector selector, PodTemplateSpec template, List<FieldError> errors) {
        var labels = template.metadata().labels();
        if (!selector.matches(labels)) {
            errors.add(FieldError.invalid(
                    SPEC.child("template", "metadata", "labels"),
                    labels,
                    "`selector` does not match template `labels`"));
        }
    }

    /** A pod spec that holds up, of pods that run for good. */
    static void longRunning(String kind, PodSpec spec, List<FieldError> errors) {
        var path = SPEC.child("template", "spec");
        errors.addAll(PodChecks.ofSpec(path, spec));
        var policy = spec.restartPolicy();
        if (policy != null && !policy.equals(PodSpec.RestartPolicy.ALWAYS)) {
            errors.add(FieldError.notSupported(
                    path.child("restartPolicy"), policy, List.of(PodSpec.RestartPolicy.ALWAYS)));
        }
        if (spec.activeDeadlineSeconds() != null) {
            errors.add(FieldError.forbidden(
                    path.child("activeDeadlineSeconds"), "activeDeadlineSeconds in " + kind + " is not Supported"));
        }
    }

    /** A number of the spec that is not negative; null is none. */
    public static void notNegative(String field, @Nullable Number value, List<FieldError> errors) {
        if (value != null) {
            errors.addAll(ObjectMetaValidation.nonNegative(SPEC.child(field), value.longValue()));
        }
    }

    /** A count, or a percentage of at most 100 if so limited. */
    static void countOrPercent(
            FieldPath path, @Nullable IntOrString value, boolean atMostAll, List<FieldError> errors) {
        if (value == null) {
            return;
        }
        if (value.isInt()) {
            errors.addAll(ObjectMetaValidation.nonNegative(path, value.intValue()));
            return;
        }
        var complaints = Names.percent(value.toString());
        for (var complaint : complaints) {
            errors.add(FieldError.invalid(path, value.toString(), complaint));
        }
        if (complaints.isEmpty() && atMostAll && value.scaled(100, true) > 100) {
            errors.add(FieldError.invalid(path, value.toString(), "must not be greater than 100%"));
        }
    }

    /** Whether a count or percentage is 0, or none is given. */
    static boolean isZero(@Nullable IntOrString value) {
        if (value == null) {
            return true;
        }
        return value.isInt()
                ? value.intValue() == 0
                : Names.percent(value.toString()).isEmpty() && value.scaled(100, true) == 0;
    }

    /** The value as an error shows it. */
    static Object shown(IntOrString value) {
        return value.isInt() ? (Object) (long) value.intValue() : value.toString();
    }

    /** A selector that did not change. */
    public static List<FieldError> sameSelector(@Nullable LabelSelector now, @Nullable LabelSelector before) {
        return ObjectMetaValidation.immutable(SPEC.child("selector"), tree(now), tree(before));
    }

    private static @Nullable Map<String, @Nullable Object> tree(@Nullable LabelSelector selector) {
        return selector == null ? null : CODEC.toTree(selector);
    }

    /** The errors and those of the change. */
    static List<FieldError> and(List<FieldError> errors, List<FieldError> more) {
        var all = new ArrayList<>(errors);
        all.addAll(more);
        return all;
    }
}
