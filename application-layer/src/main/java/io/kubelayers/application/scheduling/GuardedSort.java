package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.plugins.PrioritySort;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Orders the queue by a plugin of one's own as long as that answers. Once it does not return, or throws, pods are ordered by
 * priority for good: an order that changes between two questions is none.
 */
final class GuardedSort implements QueueSortPlugin {
    private final QueueSortPlugin plugin;
    private final Guard guard;
    private final PrioritySort instead = new PrioritySort();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable String trouble;

    GuardedSort(QueueSortPlugin plugin, Guard guard) {
        this.plugin = plugin;
        this.guard = guard;
    }

    @Override
    public String name() {
        return plugin.name();
    }

    @Override
    public boolean less(QueuedPod first, QueuedPod second) {
        if (trouble == null) {
            var answer = guard.<Optional<Boolean>>run(() -> ask(first, second), this::failed);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return instead.less(first, second);
    }

    private Optional<Boolean> ask(QueuedPod first, QueuedPod second) {
        try {
            return Optional.of(plugin.less(first, second));
        } catch (RuntimeException e) {
            return failed("running QueueSort plugin \"" + name() + "\": " + PluginException.text(e));
        }
    }

    private Optional<Boolean> failed(String why) {
        trouble = why;
        return Optional.empty();
    }

    /** What is wrong with the plugin, told once. */
    Optional<String> news() {
        var why = trouble;
        return why == null || told.getAndSet(true)
                ? Optional.empty()
                : Optional.of(why + "; pods are taken by priority from now on");
    }
}
