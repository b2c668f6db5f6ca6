package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.function.Predicate;

/** Looks through the reasons of a decision. */
final class Findings {
    private Findings() {}

    /** Whether the finding or one below it is of that sort. */
    static boolean any(Finding finding, Predicate<Finding> sort) {
        if (sort.test(finding)) {
            return true;
        }
        for (var child : finding.children()) {
            if (any(child, sort)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer or one of its reasons says that. */
    static boolean says(Explained decision, String words) {
        return decision.explain().contains(words)
                || any(decision.finding(), finding -> finding.message().contains(words));
    }
}
