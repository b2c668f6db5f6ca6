package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MatchCondition;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;

/** Conditions under which a webhook or policy is asked; their expressions are not read ({@code validateMatchConditions}). */
final class MatchConditionChecks {
    private static final int MOST = 64;

    private MatchConditionChecks() {}

    /**
     * @param params whether they may name parameters
     */
    static void check(FieldPath path, List<MatchCondition> conditions, boolean params, List<FieldError> errors) {
        var expressions = new AdmissionExpressions(params);
        if (conditions.size() > MOST) {
            errors.add(FieldError.tooMany(path, conditions.size(), MOST));
        }
        var names = new HashSet<String>();
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            var at = path.index(i);
            if (condition.expression().strip().isEmpty()) {
                errors.add(FieldError.required(at.child("expression"), ""));
            } else {
                expressions.condition(
                        at.child("expression"), condition.expression().strip(), errors);
            }
            if (condition.name().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), ""));
            } else {
                MetaRules.invalid(at.child("name"), condition.name(), Names.qualifiedName(condition.name()), errors);
                if (!names.add(condition.name())) {
                    errors.add(FieldError.duplicate(at.child("name"), condition.name()));
                }
            }
        }
    }
}
