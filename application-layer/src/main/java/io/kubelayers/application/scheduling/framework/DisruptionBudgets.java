package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.meta.LabelSelector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What preemption asks of pod disruption budgets. The kind belongs to the governance layer, which answers; without it
 * there are none.
 */
@FunctionalInterface
public interface DisruptionBudgets {
    /** A cluster without budgets. */
    DisruptionBudgets NONE = List::of;

    /**
     * A budget, as far as preemption goes.
     *
     * @param namespace of the pods it protects
     * @param selector which pods; null or empty for none
     * @param disruptionsAllowed how many more may be disrupted
     * @param disruptedPods names of pods whose eviction it has granted already
     */
    record Budget(
            String namespace, @Nullable LabelSelector selector, int disruptionsAllowed, Set<String> disruptedPods) {
        public Budget {
            disruptedPods = new TreeSet<>(disruptedPods);
        }
    }

    /** All budgets, by namespace and name. */
    List<Budget> all();
}
