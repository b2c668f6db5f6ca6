package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What happened while pods were being tried: a pod that then turns out unschedulable may have missed the event it needs.
 * Events are kept as long as some pod in flight may have missed them. Immutable. Upstream: {@code active_queue.go}.
 *
 * @param events by number
 * @param starts how many pods are in flight since each number
 * @param next number of the next event
 */
record InFlightEvents(PSortedMap<Long, Happened> events, PSortedMap<Long, Integer> starts, long next) {
    static final InFlightEvents NONE = new InFlightEvents(TreePMap.empty(), TreePMap.empty(), 0);

    /** An event and the object it happened to. */
    record Happened(ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {}

    /** With a pod in flight from {@link #next} on. */
    InFlightEvents start() {
        return new InFlightEvents(events, starts.plus(next, starts.getOrDefault(next, 0) + 1), next);
    }

    InFlightEvents add(Happened happened) {
        return starts.isEmpty() ? this : new InFlightEvents(events.plus(next, happened), starts, next + 1);
    }

    /** What a pod in flight since that number has missed. */
    List<Happened> missedSince(long start) {
        return List.copyOf(events.tailMap(start).values());
    }

    /** Without a pod in flight since that number. */
    InFlightEvents finish(long start) {
        int count = starts.getOrDefault(start, 0);
        var left = count > 1 ? starts.plus(start, count - 1) : starts.minus(start);
        var kept = events;
        while (!kept.isEmpty() && (left.isEmpty() || kept.firstKey() < left.firstKey())) {
            kept = kept.minus(kept.firstKey());
        }
        return new InFlightEvents(kept, left, next);
    }
}
