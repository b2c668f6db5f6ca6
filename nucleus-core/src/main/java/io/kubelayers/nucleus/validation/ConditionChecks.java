package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.meta.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Conditions of the shape that newer kinds share ({@code apimachinery/pkg/apis/meta/v1/validation}). */
public final class ConditionChecks {
    private static final int LONGEST_REASON = 1024;
    private static final int LONGEST_MESSAGE = 32 * 1024;
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");
    private static final String REASON = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";
    private static final Pattern IS_REASON = Pattern.compile(REASON);

    private ConditionChecks() {}

    /** Each condition complete, and each type there once. */
    public static void check(FieldPath path, List<Condition> conditions, FieldErrors errors) {
        Set<String> types = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            if (!types.add(condition.type())) {
                errors.duplicate(path.index(i).child("type"), condition.type());
            }
            check(path.index(i), condition, errors);
        }
    }

    private static void check(FieldPath path, Condition condition, FieldErrors errors) {
        errors.addAll(MetaRules.labelKey(path.child("type"), condition.type()));
        if (!STATUSES.contains(condition.status())) {
            errors.notSupported(path.child("status"), condition.status(), STATUSES);
        }
        if (condition.observedGeneration() < 0) {
            errors.invalid(
                    path.child("observedGeneration"),
                    condition.observedGeneration(),
                    "must be greater than or equal to zero");
        }
        if (condition.lastTransitionTime() == null) {
            errors.required(path.child("lastTransitionTime"), "must be set");
        }
        var reason = path.child("reason");
        if (condition.reason().isEmpty()) {
            errors.required(reason, "must be set");
        } else {
            if (!IS_REASON.matcher(condition.reason()).matches()) {
                errors.invalid(
                        reason,
                        condition.reason(),
                        Complaint.pattern(
                                "a condition reason must start with alphabetic character, optionally followed by a"
                                        + " string of alphanumeric characters or '_,:', and must end with an"
                                        + " alphanumeric character or '_'",
                                REASON,
                                "my_name",
                                "MY_NAME",
                                "MyName",
                                "ReasonA,ReasonB",
                                "ReasonA:ReasonB"));
            }
            errors.notLonger(reason, condition.reason(), LONGEST_REASON);
        }
        errors.notLonger(path.child("message"), condition.message(), LONGEST_MESSAGE);
    }
}
