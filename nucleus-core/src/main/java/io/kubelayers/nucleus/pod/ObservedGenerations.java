package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import java.util.ArrayList;
import java.util.List;

/** What generation a status speaks of is not forgotten by writers that do not know of it (pod strategy, {@code preserveOldObservedGeneration}). */
final class ObservedGenerations {
    private ObservedGenerations() {}

    static Pod.Status kept(Pod.Status status, Pod.Status old) {
        var kept = status.observedGeneration() == 0 && old.observedGeneration() != 0
                ? status.withObservedGeneration(old.observedGeneration())
                : status;
        if (old.conditions().isEmpty() || kept.conditions().isEmpty()) {
            return kept;
        }
        var conditions = conditions(kept.conditions(), old.conditions());
        return conditions.equals(kept.conditions()) ? kept : kept.withConditions(conditions);
    }

    private static List<PodCondition> conditions(List<PodCondition> now, List<PodCondition> before) {
        var left = new ArrayList<>(before);
        var result = new ArrayList<PodCondition>(now.size());
        for (var condition : now) {
            long known = take(condition.type(), left);
            result.add(condition.observedGeneration() == 0 ? condition.withObservedGeneration(known) : condition);
        }
        return result;
    }

    private static long take(String type, List<PodCondition> from) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).type().equals(type)) {
                return from.remove(i).observedGeneration();
            }
        }
        return 0;
    }
}
