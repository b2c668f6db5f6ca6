package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    static final FieldPath STATUS = FieldPath.of("status");
    static final FieldPath TEMPLATE = SPEC.child("template");

    private static final FieldPath SELECTOR = SPEC.child("selector");

    private TemplateChecks() {}

    /**
     * A selector that is there, not empty and well formed.
     *
     * @return the selector, if it can be read; one that is missing matches nothing
     */
    static Optional<Selector> selector(
            String kind, @Nullable LabelSelector selector, String unreadable, FieldErrors errors) {
        if (selector == null) {
            errors.required(SELECTOR);
        } else {
            errors.addAll(LabelSelectors.validate(SELECTOR, selector));
            if (LabelSelector.EMPTY.equals(selector)) {
                errors.invalid(SELECTOR, selector, "empty selector is invalid for " + kind);
            }
        }
        var read = read(selector);
        if (read.isEmpty()) {
            errors.invalid(SELECTOR, selector, unreadable);
        }
        return read;
    }

    /** The selector, unless it is malformed. */
    public static Optional<Selector> read(@Nullable LabelSelector selector) {
        try {
            return Optional.of(Selector.of(selector));
        } catch (InvalidSelectorException malformed) {
            return Optional.empty();
        }
    }

    /** A selector that matches the labels of the template at a path. */
    public static void matches(Selector selector, PodTemplateSpec template, FieldPath path, FieldErrors errors) {
        var labels = template.metadata().labels();
        if (!selector.matches(labels)) {
            errors.invalid(path.child("metadata", "labels"), labels, "`selector` does not match template `labels`");
        }
    }

    /** A selector that is there and fits the template, whose pods run for good. */
    static void selectorAndTemplate(@Nullable LabelSelector selector, PodTemplateSpec template, FieldErrors errors) {
        selector("deployment", selector, "invalid label selector", errors).ifPresent(read -> {
            if (!read.isEverything()) {
                matches(read, template, TEMPLATE, errors);
            }
            longRunning("ReplicaSet", template, errors);
        });
    }

    /** A template that holds up, of pods that run for good. */
    static void longRunning(String kind, PodTemplateSpec template, FieldErrors errors) {
        errors.addAll(PodTemplates.validate(TEMPLATE, template.metadata(), template.spec()));
        restartsAlways(kind, template.spec(), errors);
    }

    static void restartsAlways(String kind, PodSpec spec, FieldErrors errors) {
        if (!PodSpec.RestartPolicy.ALWAYS.equals(spec.restartPolicy())) {
            errors.notSupported(
                    TEMPLATE.child("spec", "restartPolicy"),
                    spec.restartPolicy() == null ? "" : spec.restartPolicy(),
                    List.of(PodSpec.RestartPolicy.ALWAYS));
        }
        if (spec.activeDeadlineSeconds() != null) {
            errors.forbidden(
                    TEMPLATE.child("spec", "activeDeadlineSeconds"),
                    "activeDeadlineSeconds in " + kind + " is not Supported");
        }
    }

    /** A count that is not negative, or a percentage. */
    static void countOrPercent(FieldPath path, @Nullable IntOrString value, FieldErrors errors) {
        if (value != null && value.isInt()) {
            errors.nonNegative(path, value.intValue());
        } else if (value != null) {
            errors.invalid(path, value, Names.percent(value.toString()));
        }
    }

    /** A percentage of at most 100. */
    static void atMostAll(FieldPath path, @Nullable IntOrString value, FieldErrors errors) {
        if (value != null && isPercent(value) && value.scaled(100, true) > 100) {
            errors.invalid(path, value, "must not be greater than 100%");
        }
    }

    /** Whether a count or percentage is 0, or none is given; a text that is no percentage counts as 0. */
    static boolean isZero(@Nullable IntOrString value) {
        if (value == null) {
            return true;
        }
        if (value.isInt()) {
            return value.intValue() == 0;
        }
        return isPercent(value) ? value.scaled(100, true) == 0 : value.intValue() == 0;
    }

    private static boolean isPercent(IntOrString value) {
        return !value.isInt() && Names.percent(value.toString()).isEmpty();
    }

    /** A status field that must not exceed another. */
    static void notMore(String field, int value, int limit, String ofWhat, FieldErrors errors) {
        if (value > limit) {
            errors.invalid(STATUS.child(field), value, "cannot be greater than " + ofWhat);
        }
    }

    /** A counter of the status that only goes up. */
    static void notDecremented(String field, @Nullable Integer value, @Nullable Integer before, FieldErrors errors) {
        int now = value == null ? 0 : value;
        if (before != null && now < before) {
            errors.invalid(STATUS.child(field), now, "cannot be decremented");
        }
    }

    /** Warnings of a kind whose pods have its name, when it is made, and of its template, when its spec changes too. */
    static List<String> warnings(KubernetesObject now, @Nullable KubernetesObject old, PodTemplateSpec template) {
        var warnings = new ArrayList<String>();
        if (old == null) {
            warnings.addAll(nameWarnings(now.metadata().nameOrEmpty()));
        }
        if (old == null || now.metadata().generation() != old.metadata().generation()) {
            warnings.addAll(templateWarnings(TEMPLATE, template));
        }
        return warnings;
    }

    /** What is allowed in a template but hardly meant. */
    public static List<String> templateWarnings(FieldPath path, PodTemplateSpec template) {
        return PodTemplates.warnings(path, template.metadata(), template.spec());
    }

    /** Warns about a name that the host names of pods can't have. */
    public static List<String> nameWarnings(String name) {
        var warnings = new ArrayList<String>();
        var complaints = Names.dnsLabel(name);
        if (!complaints.isEmpty()) {
            warnings.add("metadata.name: this is used in Pod names and hostnames, which can result in surprising"
                    + " behavior; a DNS label is recommended: [" + String.join(" ", complaints) + "]");
        }
        return warnings;
    }
}
