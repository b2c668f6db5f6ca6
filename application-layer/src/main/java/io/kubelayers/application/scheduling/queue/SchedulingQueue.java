package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods that wait to be scheduled. Upstream: {@code PriorityQueue} of {@code backend/queue/scheduling_queue.go} with
 * the 1.35 defaults: plugins' hints decide which events wake a pod, and while nothing is active pods are taken out of
 * back-off early.
 *
 * <p>A plain mutable structure of one thread. Sorted sets: taking, adding and removing cost a logarithm; an event is
 * shown to every pod that waits for one.
 */
public final class SchedulingQueue {
    private final Map<String, QueueRules> rules;
    private final QueueTimes times;
    private final TreeMap<String, QueueItem> items = new TreeMap<>();
    private final TreeSet<QueueItem> active;
    private final TreeSet<QueueItem> backoff;
    private final TreeSet<QueueItem> errorBackoff;
    private final TreeSet<QueueItem> unschedulable;
    private final TreeSet<QueueItem> gated;
    private final InFlightEvents inFlight = new InFlightEvents();
    private long sequence;

    /**
     * @param rules by scheduler name; all sort alike. Pods of other schedulers are not taken
     */
    public SchedulingQueue(Map<String, QueueRules> rules, QueueTimes times) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a queue needs at least one profile");
        }
        this.rules = new TreeMap<>(rules);
        this.times = times;
        var sort = this.rules.values().iterator().next().sort();
        Comparator<QueueItem> order = (first, second) -> {
            var mine = first.view();
            var theirs = second.view();
            return sort.less(mine, theirs)
                    ? -1
                    : sort.less(theirs, mine) ? 1 : Long.compare(first.sequence, second.sequence);
        };
        Comparator<QueueItem> byEnd = Comparator.comparing(item -> item.backoffEnd);
        active = new TreeSet<>(order);
        backoff = new TreeSet<>(byEnd.thenComparing(order));
        errorBackoff = new TreeSet<>(byEnd.thenComparing(order));
        Comparator<QueueItem> byAge =
                Comparator.<QueueItem, Instant>comparing(item -> item.timestamp).thenComparing(item -> item.sequence);
        unschedulable = new TreeSet<>(byAge);
        gated = new TreeSet<>(byAge);
    }

    /** Whether this pod is for one of the schedulers this queue serves. */
    public boolean serves(Pod pod) {
        return rules.containsKey(schedulerName(pod));
    }

    private static String schedulerName(Pod pod) {
        var name = pod.spec().schedulerName();
        return name == null ? "default-scheduler" : name;
    }

    /** A pod without a node has appeared, or changed. */
    public void add(Pod pod, Instant now) {
        if (!serves(pod)) {
            return;
        }
        var info = PodInfo.of(pod);
        var item = items.get(info.key());
        if (item != null) {
            update(item, info, now);
            return;
        }
        var fresh = new QueueItem(info, sequence++, now);
        items.put(fresh.key, fresh);
        activate(fresh, now);
    }

    private void update(QueueItem item, PodInfo changed, Instant now) {
        var before = item.pod.pod();
        var place = item.place;
        takeOut(item);
        item.pod = changed;
        put(item, place);
        for (var event : ClusterEvents.ofWaiting(before, changed.pod())) {
            if (item.place == QueuePlace.IN_FLIGHT) {
                inFlight.add(event, before, changed.pod());
            } else if (item.place == QueuePlace.UNSCHEDULABLE || item.place == QueuePlace.GATED) {
                requeue(item, helps(item, event, before, changed.pod()), now);
            }
        }
    }

    /** The pod is gone or has a node: it waits no more. */
    public void delete(Pod pod) {
        var item = items.remove(PodInfo.of(pod).key());
        if (item != null) {
            finish(item);
            takeOut(item);
        }
    }

    /**
     * The pod whose turn it is, to be tried now. It is in flight until {@link #putBack} or {@link #delete}. Nothing if
     * no pod is ready.
     */
    public Optional<QueuedPod> pop(Instant now) {
        flush(now);
        var from = active.isEmpty() ? backoff : active;
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var item = from.first();
        takeOut(item);
        item.attempts++;
        item.backoffEnd = Instant.MIN;
        item.unschedulablePlugins = new TreeSet<>();
        item.pendingPlugins = new TreeSet<>();
        item.eventsFrom = inFlight.start();
        put(item, QueuePlace.IN_FLIGHT);
        return Optional.of(item.view());
    }

    /**
     * The pod was tried and found no node.
     *
     * @param unschedulablePlugins who rejected it; empty together with the next if the attempt failed with an error,
     *     then it is tried again after a back-off
     * @param pendingPlugins those that want it tried again without a back-off when their event comes
     */
    public void putBack(Pod pod, Set<String> unschedulablePlugins, Set<String> pendingPlugins, Instant now) {
        var item = items.get(PodInfo.of(pod).key());
        if (item == null || item.place != QueuePlace.IN_FLIGHT) {
            return; // deleted or bound meanwhile
        }
        var missed = inFlight.finish(item.eventsFrom);
        item.timestamp = now;
        item.unschedulablePlugins = new TreeSet<>(unschedulablePlugins);
        item.pendingPlugins = new TreeSet<>(pendingPlugins);
        if (!item.wasRejected()) {
            item.errors++;
            requeue(item, Hint.AFTER_BACKOFF, now);
            return;
        }
        item.errors = 0;
        item.failures++;
        var hint = Hint.WAIT;
        for (var event : missed) {
            hint = hint.or(helps(item, event.event(), event.before(), event.after()));
        }
        requeue(item, hint, now);
    }

    /** Something happened: pods that it may help are tried again, after their back-off. Returns how many. */
    public int move(
            ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after, Instant now) {
        inFlight.add(event, before, after);
        int moved = 0;
        var waiting = new ArrayList<>(unschedulable);
        waiting.addAll(gated);
        for (var item : waiting) {
            var hint = helps(item, event, before, after);
            if (hint != Hint.WAIT) {
                requeue(item, hint, now);
                moved += item.place == QueuePlace.GATED ? 0 : 1;
            }
        }
        return moved;
    }

    /** These pods ({@code namespace/name}) are to be tried now, whatever they wait for. */
    public void activate(List<String> keys, Instant now) {
        for (var key : keys) {
            var item = items.get(key);
            if (item != null && item.place != QueuePlace.ACTIVE && item.place != QueuePlace.IN_FLIGHT) {
                takeOut(item);
                activate(item, now);
            }
        }
    }

    /** When {@link #pop} is to be asked again if nothing happens before. */
    public Optional<Instant> nextWakeUp() {
        var wakeUps = new ArrayList<Instant>();
        if (!active.isEmpty() || !backoff.isEmpty()) {
            return Optional.of(Instant.MIN); // at once
        }
        if (!errorBackoff.isEmpty()) {
            wakeUps.add(errorBackoff.first().backoffEnd.plus(QueueTimes.WINDOW));
        }
        if (!unschedulable.isEmpty()) {
            wakeUps.add(unschedulable.first().timestamp.plus(times.maxUnschedulable()));
        }
        return wakeUps.stream().min(Comparator.naturalOrder());
    }

    /** {@code namespace/name} of every pod that waits or is being tried, and where it is. */
    public SortedMap<String, QueuePlace> places() {
        var places = new TreeMap<String, QueuePlace>();
        items.forEach((key, item) -> places.put(key, item.place));
        return places;
    }

    public int size() {
        return items.size();
    }

    /** Ends back-offs and long waits that are over. */
    private void flush(Instant now) {
        for (var waiting : List.of(backoff, errorBackoff)) {
            while (!waiting.isEmpty() && !isBackingOff(waiting.first(), now)) {
                var item = waiting.first();
                takeOut(item);
                activate(item, now);
            }
        }
        var oldest = now.minus(times.maxUnschedulable());
        while (!unschedulable.isEmpty() && !unschedulable.first().timestamp.isAfter(oldest)) {
            requeue(unschedulable.first(), Hint.AFTER_BACKOFF, now);
        }
    }

    private Hint helps(
            QueueItem item, ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var profile = rules.get(schedulerName(item.pod.pod()));
        if (profile == null) {
            return Hint.WAIT;
        }
        if (item.place == QueuePlace.GATED) {
            return profile.helps(item.gatedBy, item.pod, event, before, after) ? Hint.AFTER_BACKOFF : Hint.WAIT;
        }
        if (event.isWildcard()) {
            return Hint.AFTER_BACKOFF;
        }
        for (var plugin : item.pendingPlugins) {
            if (profile.helps(plugin, item.pod, event, before, after)) {
                return Hint.NOW;
            }
        }
        for (var plugin : item.unschedulablePlugins) {
            if (!item.pendingPlugins.contains(plugin) && profile.helps(plugin, item.pod, event, before, after)) {
                return Hint.AFTER_BACKOFF;
            }
        }
        return Hint.WAIT;
    }

    private void requeue(QueueItem item, Hint hint, Instant now) {
        takeOut(item);
        if (hint == Hint.WAIT) {
            put(item, item.gatedBy.isEmpty() ? QueuePlace.UNSCHEDULABLE : QueuePlace.GATED);
            return;
        }
        int count = item.errors > 0 ? item.errors : item.failures;
        item.backoffEnd = count == 0 ? Instant.MIN : QueueTimes.window(item.timestamp.plus(times.backoff(count)));
        if (hint == Hint.NOW || !isBackingOff(item, now)) {
            activate(item, now);
        } else if (opensGate(item)) {
            put(item, item.wasRejected() ? QueuePlace.BACKOFF : QueuePlace.ERROR_BACKOFF);
        }
    }

    private static boolean isBackingOff(QueueItem item, Instant now) {
        return !item.backoffEnd.isBefore(QueueTimes.window(now));
    }

    private void activate(QueueItem item, Instant now) {
        if (opensGate(item)) {
            put(item, QueuePlace.ACTIVE);
        }
    }

    /** Asks PreEnqueue; a pod it refuses is gated. */
    private boolean opensGate(QueueItem item) {
        var profile = rules.get(schedulerName(item.pod.pod()));
        var gate = profile == null ? null : profile.gate().apply(item.pod);
        boolean open = gate != null && gate.isSuccess();
        item.gatedBy = open || gate == null ? "" : gate.plugin();
        if (!open) {
            put(item, QueuePlace.GATED);
        }
        return open;
    }

    private void finish(QueueItem item) {
        if (item.place == QueuePlace.IN_FLIGHT) {
            inFlight.finish(item.eventsFrom);
        }
    }

    private void put(QueueItem item, QueuePlace place) {
        item.place = place;
        var set = set(place);
        if (set != null) {
            set.add(item);
        }
    }

    private void takeOut(QueueItem item) {
        var set = set(item.place);
        if (set != null) {
            set.remove(item);
        }
    }

    private @Nullable TreeSet<QueueItem> set(QueuePlace place) {
        return switch (place) {
            case ACTIVE -> active;
            case BACKOFF -> backoff;
            case ERROR_BACKOFF -> errorBackoff;
            case UNSCHEDULABLE -> unschedulable;
            case GATED -> gated;
            case IN_FLIGHT -> null;
        };
    }

    /** What an event means to a pod that waits. */
    private enum Hint {
        /** Nothing. */
        WAIT,
        /** Try again when its back-off is over. */
        AFTER_BACKOFF,
        /** Try again at once. */
        NOW;

        Hint or(Hint other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
