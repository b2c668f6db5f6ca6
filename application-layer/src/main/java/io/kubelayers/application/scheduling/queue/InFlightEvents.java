package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened while pods were being tried: a pod that then turns out unschedulable may have missed the event it needs.
 * Upstream: {@code active_queue.go}. Events are kept as long as some pod in flight may have missed them.
 */
final class InFlightEvents {
    /** An event and the object it happened to. */
    record Happened(ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {}

    private final ArrayDeque<Happened> events = new ArrayDeque<>();
    private final TreeMap<Long, Integer> starts = new TreeMap<>();
    private long first;

    /** A pod is being tried from now on; returns the number to give back to {@link #finish}. */
    long start() {
        long now = first + events.size();
        starts.merge(now, 1, Integer::sum);
        return now;
    }

    void add(ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!starts.isEmpty()) {
            events.add(new Happened(event, before, after));
        }
    }

    /** The pod is not tried any more; returns what it missed. */
    List<Happened> finish(long start) {
        var missed = new ArrayList<Happened>();
        long number = first;
        for (var event : events) {
            if (number++ >= start) {
                missed.add(event);
            }
        }
        starts.computeIfPresent(start, (at, count) -> count == 1 ? null : count - 1);
        long needed = starts.isEmpty() ? first + events.size() : starts.firstKey();
        while (first < needed) {
            events.remove();
            first++;
        }
        return missed;
    }
}
