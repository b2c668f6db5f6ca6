package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;

/**
 * Higher priority first, then whoever has waited longer.
 *
 * <p>Reads {@code spec.priority}. Upstream: {@code plugins/queuesort/priority_sort.go}.
 */
public final class PrioritySort implements QueueSortPlugin {
    public static final String NAME = "PrioritySort";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean less(QueuedPod first, QueuedPod second) {
        int mine = first.pod().priority();
        int theirs = second.pod().priority();
        return mine > theirs || mine == theirs && first.timestamp().isBefore(second.timestamp());
    }
}
