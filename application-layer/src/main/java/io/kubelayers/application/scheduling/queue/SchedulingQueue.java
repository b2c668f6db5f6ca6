package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pods that wait to be scheduled. Upstream: {@code PriorityQueue} of {@code backend/queue/scheduling_queue.go} with
 * the 1.35 defaults: plugins' hints decide which events wake a pod, and while nothing is active pods are taken out of
 * back-off early.
 *
 * <p>Immutable: every change gives another queue that shares what did not change, at the cost of a logarithm, so a fork
 * of a cluster has its queue for nothing. An event is shown to every pod that waits for one.
 */
public final class SchedulingQueue {
    private final Map<String, QueueRules> rules;
    private final QueueTimes times;
    private final QueueContent content;
    private final InFlightEvents inFlight;
    private final IncomingPods incoming;
    private final long sequence;

    private SchedulingQueue(
            Map<String, QueueRules> rules,
            QueueTimes times,
            QueueContent content,
            InFlightEvents inFlight,
            IncomingPods incoming,
            long sequence) {
        this.rules = rules;
        this.times = times;
        this.content = content;
        this.inFlight = inFlight;
        this.incoming = incoming;
        this.sequence = sequence;
    }

    /**
     * An empty queue.
     *
     * @param rules by scheduler name; all sort alike. Pods of other schedulers are not taken
     */
    public static SchedulingQueue of(Map<String, QueueRules> rules, QueueTimes times) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a queue needs at least one profile");
        }
        var sorted = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        var order = QueueOrder.of(sorted.values().iterator().next().sort());
        return new SchedulingQueue(sorted, times, QueueContent.empty(order), InFlightEvents.NONE, IncomingPods.NONE, 0);
    }

    private SchedulingQueue with(QueueContent changed) {
        return new SchedulingQueue(rules, times, changed, inFlight, incoming, sequence);
    }

    private SchedulingQueue with(IncomingPods changed) {
        return new SchedulingQueue(rules, times, content, inFlight, changed, sequence);
    }

    private SchedulingQueue with(InFlightEvents changed) {
        return new SchedulingQueue(rules, times, content, changed, incoming, sequence);
    }

    /** Whether this pod is for one of the schedulers this queue serves. */
    public boolean serves(Pod pod) {
        return rules.containsKey(schedulerName(pod));
    }

    private static String schedulerName(Pod pod) {
        var name = pod.spec().schedulerName();
        return name == null ? "default-scheduler" : name;
    }

    /** The pod of this {@code namespace/name} as the queue knows it. */
    public Optional<PodInfo> get(String key) {
        return Optional.ofNullable(content.get(key)).map(QueueItem::pod);
    }

    /** A pod without a node has appeared, or changed. Pods of other schedulers are passed over. */
    public SchedulingQueue add(Pod pod, Instant now) {
        if (!serves(pod)) {
            return this;
        }
        var info = PodInfo.of(pod);
        var item = content.get(info.key());
        if (item != null) {
            return update(item, info, now);
        }
        var numbered = new SchedulingQueue(rules, times, content, inFlight, incoming, sequence + 1);
        return numbered.activate(QueueItem.arriving(info, sequence, now), IncomingPods.POD_ADDED);
    }

    private SchedulingQueue update(QueueItem item, PodInfo changed, Instant now) {
        var before = item.pod().pod();
        var queue = with(content.with(item.withPod(changed)));
        for (var event : ClusterEvents.ofWaiting(before, changed.pod())) {
            var current = queue.content.get(changed.key());
            if (current != null && current.place() == QueuePlace.IN_FLIGHT) {
                queue = queue.with(queue.inFlight.add(new InFlightEvents.Happened(event, before, changed.pod())));
            } else if (current != null && waitsForEvent(current)) {
                var hint = hint(current, event, before, changed.pod());
                queue = hint == Hint.WAIT ? queue : queue.requeue(current, hint, now, event.label());
            }
        }
        return queue;
    }

    private static boolean waitsForEvent(QueueItem item) {
        return item.place() == QueuePlace.UNSCHEDULABLE || item.place() == QueuePlace.GATED;
    }

    /** The pod of this {@code namespace/name} is gone or has a node: it waits no more. */
    public SchedulingQueue delete(String key) {
        var item = content.get(key);
        if (item == null) {
            return this;
        }
        var queue = item.place() == QueuePlace.IN_FLIGHT ? with(inFlight.finish(item.eventsFrom())) : this;
        return queue.with(content.without(key));
    }

    /** Takes the pod whose turn it is. It is in flight until {@link #putBack} or {@link #delete}. */
    public Popped pop(Instant now) {
        var flushed = flush(now);
        var turn = flushed.content.first(QueuePlace.ACTIVE).or(() -> flushed.content.first(QueuePlace.BACKOFF));
        if (turn.isEmpty()) {
            return new Popped(Optional.empty(), flushed);
        }
        var queue = turn.get().place() == QueuePlace.BACKOFF
                ? flushed.with(flushed.incoming.plus(QueuePlace.ACTIVE, IncomingPods.POPPED_FROM_BACKOFF))
                : flushed;
        var item = turn.get()
                .withFirstAttempt(turn.get().attempts() == 0 ? now : turn.get().firstAttempt())
                .withPlace(QueuePlace.IN_FLIGHT)
                .withAttempts(turn.get().attempts() + 1)
                .withBackoffEnd(Instant.MIN)
                .withUnschedulablePlugins(Set.of())
                .withPendingPlugins(Set.of())
                .withEventsFrom(queue.inFlight.next());
        return new Popped(
                Optional.of(item.view()), queue.with(queue.content.with(item)).with(queue.inFlight.start()));
    }

    /**
     * The pod was tried and found no node.
     *
     * @param unschedulablePlugins who rejected it; empty together with the next if the attempt failed with an error,
     *     then it is tried again after a back-off
     * @param pendingPlugins those that want it tried again without a back-off when their event comes
     */
    public SchedulingQueue putBack(
            String key, Set<String> unschedulablePlugins, Set<String> pendingPlugins, Instant now) {
        var item = content.get(key);
        if (item == null || item.place() != QueuePlace.IN_FLIGHT) {
            return this; // deleted or bound meanwhile
        }
        var missed = inFlight.missedSince(item.eventsFrom());
        var queue = with(inFlight.finish(item.eventsFrom()));
        var back = item.withTimestamp(now)
                .withUnschedulablePlugins(unschedulablePlugins)
                .withPendingPlugins(pendingPlugins);
        if (!back.wasRejected()) {
            return queue.requeue(
                    back.withErrors(back.errors() + 1), Hint.AFTER_BACKOFF, now, IncomingPods.ATTEMPT_FAILED);
        }
        var rejected = back.withErrors(0).withFailures(back.failures() + 1);
        var hint = Hint.WAIT;
        for (var event : missed) {
            hint = hint.or(hint(rejected, event.event(), event.before(), event.after()));
        }
        return queue.requeue(rejected, hint, now, IncomingPods.ATTEMPT_FAILED);
    }

    /** Something happened: pods that it may help are tried again, after their back-off. */
    public SchedulingQueue move(
            ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after, Instant now) {
        var queue = with(inFlight.add(new InFlightEvents.Happened(event, before, after)));
        var waiting = new ArrayList<>(content.at(QueuePlace.UNSCHEDULABLE));
        waiting.addAll(content.at(QueuePlace.GATED));
        for (var item : waiting) {
            var hint = hint(item, event, before, after);
            if (hint != Hint.WAIT) {
                queue = queue.requeue(item, hint, now, event.label());
            }
        }
        return queue;
    }

    /** The same pods, where the order of the profile is another from now on. */
    public SchedulingQueue sortedAnew() {
        return with(content.sortedAnew());
    }

    /** These pods ({@code namespace/name}) are to be tried now, whatever they wait for; those in flight when they come back. */
    public SchedulingQueue activate(Collection<String> keys) {
        var queue = this;
        for (var key : keys) {
            var item = queue.content.get(key);
            if (item != null && item.place() == QueuePlace.IN_FLIGHT) {
                queue = queue.with(queue.inFlight.add(
                        new InFlightEvents.Happened(ClusterEvent.UNSCHEDULABLE_TIMEOUT, null, null)));
            } else if (item != null && item.place() != QueuePlace.ACTIVE) {
                queue = queue.activate(item, IncomingPods.FORCED);
            }
        }
        return queue;
    }

    /** When {@link #pop} is to be asked again if it had nothing and nothing happens before. */
    public Optional<Instant> nextWakeUp() {
        var backoff = content.first(QueuePlace.ERROR_BACKOFF)
                .map(item -> item.backoffEnd().plus(QueueTimes.WINDOW));
        var timeout = content.first(QueuePlace.UNSCHEDULABLE)
                .map(item -> item.timestamp().plus(times.maxUnschedulable()));
        return backoff.isPresent() && timeout.isPresent() && timeout.get().isBefore(backoff.get())
                ? timeout
                : backoff.or(() -> timeout);
    }

    /** {@code namespace/name} of every pod that waits or is being tried, and where it is. */
    public SortedMap<String, QueuePlace> places() {
        var places = new TreeMap<String, QueuePlace>();
        content.items().forEach((key, item) -> places.put(key, item.place()));
        return places;
    }

    public int size() {
        return content.items().size();
    }

    /** How many pods wait in {@code active}, {@code backoff}, {@code unschedulable} and {@code gated}. */
    public SortedMap<String, Integer> pending() {
        var pending = new TreeMap<String, Integer>();
        for (var place : QueuePlace.values()) {
            if (place != QueuePlace.IN_FLIGHT) {
                pending.merge(IncomingPods.label(place), content.at(place).size(), Integer::sum);
            }
        }
        return pending;
    }

    /** How pods came into these. */
    public IncomingPods incoming() {
        return incoming;
    }

    /**
     * Who rejected pods.
     *
     * @param plugin a plugin
     * @param profile scheduler name of the profile it is in
     */
    public record Rejection(String plugin, String profile) implements Comparable<Rejection> {
        @Override
        public int compareTo(Rejection other) {
            int byPlugin = plugin.compareTo(other.plugin);
            return byPlugin != 0 ? byPlugin : profile.compareTo(other.profile);
        }
    }

    /** How many of the pods that wait each plugin has rejected. */
    public SortedMap<Rejection, Integer> rejections() {
        var rejections = new TreeMap<Rejection, Integer>();
        content.items().forEach((key, item) -> {
            for (var plugin : item.unschedulablePlugins()) {
                rejections.merge(new Rejection(plugin, schedulerName(item.pod().pod())), 1, Integer::sum);
            }
        });
        return rejections;
    }

    /** How often the pod of this {@code namespace/name} was tried; 0 if it is not here. */
    public int attempts(String key) {
        var item = content.get(key);
        return item == null ? 0 : item.attempts();
    }

    /** When it was tried for the first time, if it is here and was. */
    public Optional<Instant> firstAttempt(String key) {
        return Optional.ofNullable(content.get(key))
                .filter(item -> item.attempts() > 0)
                .map(QueueItem::firstAttempt);
    }

    /** Ends back-offs and long waits that are over. */
    private SchedulingQueue flush(Instant now) {
        var queue = this;
        for (var place : new QueuePlace[] {QueuePlace.BACKOFF, QueuePlace.ERROR_BACKOFF}) {
            var first = queue.content.first(place);
            while (first.isPresent() && !isBackingOff(first.get(), now)) {
                queue = queue.activate(first.get(), IncomingPods.BACKOFF_COMPLETE);
                first = queue.content.first(place);
            }
        }
        var oldest = queue.content.first(QueuePlace.UNSCHEDULABLE);
        while (oldest.isPresent()
                && !oldest.get().timestamp().plus(times.maxUnschedulable()).isAfter(now)) {
            queue = queue.requeue(oldest.get(), Hint.AFTER_BACKOFF, now, IncomingPods.TIMEOUT);
            oldest = queue.content.first(QueuePlace.UNSCHEDULABLE);
        }
        return queue;
    }

    private Hint hint(
            QueueItem item, ClusterEvent event, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        var profile = rules.get(schedulerName(item.pod().pod()));
        boolean itself = event.resource() == ClusterEvent.Resource.ASSIGNED_POD
                && before instanceof Pod pod
                && PodInfo.keyOf(pod).equals(item.key()); // giving up its node helps only others
        return profile == null || itself ? Hint.WAIT : profile.hint(item, event, before, after);
    }

    private SchedulingQueue requeue(QueueItem item, Hint hint, Instant now, String event) {
        if (hint == Hint.WAIT) {
            var place = item.gatedBy().isEmpty() ? QueuePlace.UNSCHEDULABLE : QueuePlace.GATED;
            return with(content.with(item.withPlace(place))).with(incoming.plus(place, event));
        }
        var waiting = item.withBackoffEnd(
                item.penalties() == 0
                        ? Instant.MIN
                        : QueueTimes.window(item.timestamp().plus(times.backoff(item.penalties()))));
        if (hint == Hint.NOW || !isBackingOff(waiting, now)) {
            return activate(waiting, event);
        }
        return enter(waiting, waiting.wasRejected() ? QueuePlace.BACKOFF : QueuePlace.ERROR_BACKOFF, event);
    }

    private static boolean isBackingOff(QueueItem item, Instant now) {
        return !item.backoffEnd().isBefore(QueueTimes.window(now));
    }

    private SchedulingQueue activate(QueueItem item, String event) {
        return enter(item, QueuePlace.ACTIVE, event);
    }

    /** Asks PreEnqueue first; a pod it refuses is gated instead. */
    private SchedulingQueue enter(QueueItem item, QueuePlace place, String event) {
        var profile = rules.get(schedulerName(item.pod().pod()));
        if (profile == null) {
            return with(content.without(item.key())); // it is somebody else's now
        }
        var gate = profile.gate().apply(item.pod());
        var entered = gate.isSuccess()
                ? item.withPlace(place).withGatedBy("")
                : item.withPlace(QueuePlace.GATED).withGatedBy(gate.plugin());
        return with(content.with(entered)).with(incoming.plus(entered.place(), event));
    }
}
