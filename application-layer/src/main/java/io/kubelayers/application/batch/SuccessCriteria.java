package io.kubelayers.application.batch;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether an Indexed Job has succeeded though not all of its indexes have, by its success policy. The first rule that is
 * met counts. Upstream source: {@code pkg/controller/job/success_policy.go}.
 */
final class SuccessCriteria {
    private SuccessCriteria() {}

    /** The rule that is met, as a condition tells it; null if none is, or there is no policy. */
    static @Nullable String met(JobSpec spec, TreeSet<Integer> succeeded) {
        var policy = spec.successPolicy();
        if (policy == null || succeeded.isEmpty()) {
            return null;
        }
        int completions = spec.completions() == null ? 0 : spec.completions();
        for (int i = 0; i < policy.rules().size(); i++) {
            if (isMet(policy.rules().get(i), completions, succeeded)) {
                return "Matched rules at index " + i;
            }
        }
        return null;
    }

    /** Without a count all of the listed indexes are needed; without a list any will do. */
    private static boolean isMet(JobSpec.SuccessPolicyRule rule, int completions, TreeSet<Integer> succeeded) {
        var count = rule.succeededCount();
        if (rule.succeededIndexes() == null) {
            return count != null && succeeded.size() >= count;
        }
        var listed = CompletionIndexes.parse(rule.succeededIndexes(), completions);
        if (listed.isEmpty()) {
            return false;
        }
        int there = 0;
        for (int index : listed) {
            there += succeeded.contains(index) ? 1 : 0;
        }
        return there == listed.size() || count != null && there >= count;
    }
}
