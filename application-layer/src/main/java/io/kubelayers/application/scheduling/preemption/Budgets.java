package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.DisruptionBudgets.Budget;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several victims would violate a disruption budget, if they were evicted in this order. Upstream:
 * {@code filterPodsWithPDBViolation}.
 *
 * @param violating protected ones
 * @param free the others
 */
record Budgets(List<PodInfo> violating, List<PodInfo> free) {
    private record Compiled(Budget budget, Selector selector) {}

    static Budgets of(List<PodInfo> victims, List<Budget> budgets) {
        var compiled = compiled(budgets);
        var allowed = new int[compiled.size()];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = compiled.get(i).budget().disruptionsAllowed();
        }
        var violating = new ArrayList<PodInfo>();
        var free = new ArrayList<PodInfo>();
        for (var victim : victims) {
            boolean violates = false;
            for (int i = 0; i < allowed.length; i++) {
                if (counts(compiled.get(i), victim)) {
                    allowed[i]--;
                    violates |= allowed[i] < 0;
                }
            }
            (violates ? violating : free).add(victim);
        }
        return new Budgets(violating, free);
    }

    private static boolean counts(Compiled budget, PodInfo pod) {
        return !pod.labels().isEmpty()
                && budget.budget().namespace().equals(pod.namespace())
                && budget.selector().matches(pod.labels())
                && !budget.budget()
                        .disruptedPods()
                        .contains(pod.pod().metadata().nameOrEmpty());
    }

    /** Selectors that select everything or cannot be read protect nobody. */
    private static List<Compiled> compiled(List<Budget> budgets) {
        var compiled = new ArrayList<Compiled>();
        for (var budget : budgets) {
            try {
                var selector = Selector.of(budget.selector());
                if (!selector.isEverything() && !selector.isNothing()) {
                    compiled.add(new Compiled(budget, selector));
                }
            } catch (InvalidSelectorException e) {
                continue;
            }
        }
        return compiled;
    }
}
