package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The pods of an autoscaler's target, and who else would scale them. */
record WorkloadPods(List<Pod> pods) {
    /** The pods of a namespace that a selector picks, in their order. */
    static WorkloadPods of(List<Pod> candidates, String namespace, Selector selector) {
        var picked = new ArrayList<Pod>();
        for (var pod : candidates) {
            if (namespace.equals(pod.metadata().namespace())
                    && selector.matches(pod.metadata().labels())) {
                picked.add(pod);
            }
        }
        return new WorkloadPods(List.copyOf(picked));
    }

    /**
     * The other autoscalers that pick some of these pods too, by name.
     *
     * @param selectors selector texts by autoscaler; unreadable ones pick nothing
     */
    List<String> rivals(Map<String, String> selectors) {
        var rivals = new TreeSet<String>();
        selectors.forEach((name, text) -> {
            if (picksSome(text)) {
                rivals.add(name);
            }
        });
        return List.copyOf(rivals);
    }

    private boolean picksSome(String selectorText) {
        try {
            var selector = Selector.parse(selectorText);
            return pods.stream().anyMatch(pod -> selector.matches(pod.metadata().labels()));
        } catch (InvalidSelectorException e) {
            return false;
        }
    }
}
