package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;

/** What may be wrong with the rules by which an indexed Job succeeds early ({@code validateSuccessPolicy}). */
final class SuccessPolicyChecks {
    private static final int MOST_RULES = 20;
    private static final int MOST_BYTES = 64 * 1024;

    private SuccessPolicyChecks() {}

    static void check(FieldPath path, JobSpec spec, FieldErrors errors) {
        if (spec.successPolicy() == null) {
            return;
        }
        var rules = spec.successPolicy().rules();
        var place = path.child("rules");
        if (rules.isEmpty()) {
            errors.required(place, "at least one rules must be specified when the successPolicy is specified");
        }
        errors.tooMany(place, rules.size(), MOST_RULES);
        for (int i = 0; i < rules.size(); i++) {
            rule(place.index(i), rules.get(i), spec.completions() == null ? 0 : spec.completions(), errors);
        }
    }

    private static void rule(FieldPath path, JobSpec.SuccessPolicyRule rule, int completions, FieldErrors errors) {
        var indexes = rule.succeededIndexes();
        var count = rule.succeededCount();
        if (indexes == null && count == null) {
            errors.required(path, "at least one of succeededCount or succeededIndexes must be specified");
        }
        int total = 0;
        if (indexes != null) {
            errors.notLonger(path.child("succeededIndexes"), indexes, MOST_BYTES);
            try {
                total = IndexText.count(indexes, completions);
            } catch (IndexText.MalformedException malformed) {
                errors.invalid(
                        path.child("succeededIndexes"),
                        indexes,
                        "error parsing succeededIndexes: " + malformed.getMessage());
            }
        }
        if (count != null) {
            var place = path.child("succeededCount");
            errors.nonNegative(place, count);
            if (count > completions) {
                errors.invalid(
                        place,
                        count,
                        "must be less than or equal to " + completions + " (the number of specified completions)");
            }
            if (indexes != null && count > total) {
                errors.invalid(
                        place,
                        count,
                        "must be less than or equal to " + total
                                + " (the number of indexes in the specified succeededIndexes field)");
            }
        }
    }
}
