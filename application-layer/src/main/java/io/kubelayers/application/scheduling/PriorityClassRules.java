package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of PriorityClasses ({@code pkg/apis/scheduling/validation}). */
public final class PriorityClassRules implements KindRules<PriorityClass> {
    private static final String SYSTEM_PREFIX = "system-";
    private static final int HIGHEST_OF_USERS = 1_000_000_000;
    private static final Map<String, Integer> SYSTEM_CLASSES =
            Map.of("system-node-critical", 2_000_001_000, "system-cluster-critical", 2_000_000_000);
    private static final String LOWER = "PreemptLowerPriority";

    @Override
    public Class<PriorityClass> type() {
        return PriorityClass.class;
    }

    @Override
    public PriorityClass defaulted(PriorityClass priority) {
        return priority.preemptionPolicy() == null ? priority.withPreemptionPolicy(LOWER) : priority;
    }

    /** Its generation is 1 for good: what counts can't change. */
    @Override
    public PriorityClass prepareForCreate(PriorityClass priority) {
        return priority.withMetadata(priority.metadata().withGeneration(1));
    }

    @Override
    public @Nullable String deletionRefusal(PriorityClass priority) {
        return SYSTEM_CLASSES.containsKey(priority.metadata().nameOrEmpty())
                ? "this is a system priority class and cannot be deleted"
                : null;
    }

    @Override
    public List<FieldError> validate(PriorityClass priority) {
        var errors = new FieldErrors();
        var name = priority.metadata().nameOrEmpty();
        if (name.startsWith(SYSTEM_PREFIX)) {
            system(priority, name, errors);
        } else if (priority.value() > HIGHEST_OF_USERS) {
            errors.forbidden(
                    FieldPath.of("value"), "maximum allowed value of a user defined priority is " + HIGHEST_OF_USERS);
        }
        errors.requiredOneOf(FieldPath.of("preemptionPolicy"), priority.preemptionPolicy(), List.of(LOWER, "Never"));
        return errors.list();
    }

    private static void system(PriorityClass priority, String name, FieldErrors errors) {
        var value = SYSTEM_CLASSES.get(name);
        String why;
        if (value == null) {
            why = name + " is not a known system priority class";
        } else if (value != priority.value()) {
            why = "value of " + name + " PriorityClass must be " + value;
        } else if (priority.globalDefault()) {
            why = "globalDefault of " + name + " PriorityClass must be false";
        } else {
            return;
        }
        errors.forbidden(
                FieldPath.of("metadata", "name"),
                "priority class names with 'system-' prefix are reserved for system use only. error: " + why);
    }

    @Override
    public List<FieldError> validateUpdate(PriorityClass priority, PriorityClass old) {
        var errors = new FieldErrors();
        if (priority.value() != old.value()) {
            errors.forbidden(FieldPath.of("value"), "may not be changed in an update.");
        }
        if (!Objects.equals(priority.preemptionPolicy(), old.preemptionPolicy())) {
            errors.invalid(FieldPath.of("preemptionPolicy"), priority.preemptionPolicy(), "field is immutable");
        }
        return errors.list();
    }
}
