package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueueingHint;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says about waiting.
 *
 * @param sort orders the queue
 * @param gate PreEnqueue: whether a pod may be tried at all
 * @param events for each plugin, what may make a pod schedulable that it rejected; anything, for plugins that are not
 *     named
 */
public record QueueRules(
        QueueSortPlugin sort, Function<PodInfo, Status> gate, Map<String, List<ClusterEventWithHint>> events) {
    public QueueRules {
        events = Map.copyOf(events);
    }

    /** Rules without a gate, by which every event helps. */
    public static QueueRules sortedBy(QueueSortPlugin sort) {
        return new QueueRules(sort, pod -> Status.success(), new TreeMap<>());
    }

    /** What the event means to a pod that waits for one. */
    Hint hint(QueueItem item, ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (item.place() == QueuePlace.GATED) {
            return helps(item.gatedBy(), item.pod(), event, before, after) ? Hint.AFTER_BACKOFF : Hint.WAIT;
        }
        if (event.isWildcard()) {
            return Hint.AFTER_BACKOFF;
        }
        for (var plugin : item.pendingPlugins()) {
            if (helps(plugin, item.pod(), event, before, after)) {
                return Hint.NOW;
            }
        }
        for (var plugin : item.unschedulablePlugins()) {
            if (!item.pendingPlugins().contains(plugin) && helps(plugin, item.pod(), event, before, after)) {
                return Hint.AFTER_BACKOFF;
            }
        }
        return Hint.WAIT;
    }

    private boolean helps(
            String plugin,
            PodInfo pod,
            ClusterEvent event,
            @Nullable KubernetesObject before,
            @Nullable KubernetesObject after) {
        var registered = events.get(plugin);
        if (registered == null) {
            return true;
        }
        for (var kind : registered) {
            if (kind.matches(event) && mayHelp(kind.hint(), pod, before, after)) {
                return true;
            }
        }
        return false;
    }

    /** A hint that fails tells nothing, so the pod is tried. */
    private static boolean mayHelp(
            QueueingHint hint, PodInfo pod, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        try {
            return hint.helps(pod, before, after);
        } catch (RuntimeException unknown) {
            return true;
        }
    }
}
