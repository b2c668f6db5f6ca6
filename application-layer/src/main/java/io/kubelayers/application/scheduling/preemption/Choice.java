package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * On which node evicting hurts least: fewest violated budgets, then the least important most important victim, the lowest
 * sum of priorities, the fewest victims, those that started last; then by name. Upstream:
 * {@code pickOneNodeForPreemption} of {@code framework/preemption/preemption.go}.
 */
final class Choice {
    private static final Comparator<Victims> LEAST_HARM = Comparator.comparingInt(Victims::budgetViolations)
            .thenComparingInt(victims -> victims.pods().get(0).priority())
            .thenComparingLong(Choice::sumOfPriorities)
            .thenComparingInt(victims -> victims.pods().size())
            .thenComparing(victims -> Importance.earliestStart(victims.pods()), Comparator.reverseOrder());

    private Choice() {}

    static String among(SortedMap<String, Victims> candidates) {
        return candidates.entrySet().stream()
                .min(Map.Entry.comparingByValue(LEAST_HARM))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** Shifted to be positive, so that more victims of negative priority are not preferred. */
    private static long sumOfPriorities(Victims victims) {
        long sum = 0;
        for (PodInfo pod : victims.pods()) {
            sum += (long) pod.priority() + Integer.MAX_VALUE + 1;
        }
        return sum;
    }
}
