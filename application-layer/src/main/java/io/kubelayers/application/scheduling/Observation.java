package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.queue.ClusterEvents;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings a scheduler's knowledge up to date with an object as it is now: pods that have a node go into the snapshot, pods
 * that have none into the queue, and whatever changed is shown to the pods that wait. A pure function of state and
 * object; seeing the same object twice changes nothing. Upstream: {@code eventhandlers.go}.
 */
final class Observation {
    private Observation() {}

    /** @param node the node as it is now, null if it is gone */
    static SchedulerState node(SchedulerState state, String name, @Nullable Node node, Instant now) {
        var known = state.snapshot().node(name);
        Node before = known == null ? null : known.node();
        if (isSame(before, node)) {
            return state;
        }
        var seen = state.withSnapshot(
                node == null
                        ? state.snapshot().withoutNode(name)
                        : state.snapshot().withNode(node));
        return moved(seen, ClusterEvents.of(before, node), before, node, now);
    }

    /**
     * @param key {@code namespace/name}
     * @param pod the pod as it is now, null if it is gone
     */
    static SchedulerState pod(SchedulerState state, String key, @Nullable Pod pod, Instant now) {
        if (pod == null || PodInfo.isFinished(pod)) {
            return gone(state, key, now);
        }
        return pod.spec().nodeName() == null ? waiting(state, key, pod, now) : assigned(state, key, pod, now);
    }

    private static SchedulerState gone(SchedulerState state, String key, Instant now) {
        var known = state.snapshot().assigned(key);
        var without = state.withSnapshot(state.snapshot().without(key))
                .withQueue(state.queue().delete(key))
                .notAssumed(key);
        return known == null
                ? without
                : moved(without, ClusterEvents.ofAssigned(known.pod(), null), known.pod(), null, now);
    }

    private static SchedulerState assigned(SchedulerState state, String key, Pod pod, Instant now) {
        var known = state.snapshot().assigned(key);
        // a pod that was only assumed to be there has arrived just now
        Pod before = known == null || state.assumed().contains(key) ? null : known.pod();
        if (isSame(before, pod)) {
            return state;
        }
        var seen = state.withSnapshot(state.snapshot().with(pod))
                .withQueue(state.queue().delete(key))
                .notAssumed(key);
        return moved(seen, ClusterEvents.ofAssigned(before, pod), before, pod, now);
    }

    private static SchedulerState waiting(SchedulerState state, String key, Pod pod, Instant now) {
        var queued = state.queue().get(key);
        if (state.assumed().contains(key)
                || queued.isPresent() && isSame(queued.get().pod(), pod)
                || !state.queue().serves(pod)) {
            return state;
        }
        return state.withSnapshot(state.snapshot().with(pod))
                .withQueue(state.queue().add(pod, now));
    }

    /**
     * @param key what {@link OtherObjects} calls the object
     * @param object the object as it is now, null if it is gone
     */
    static SchedulerState other(
            SchedulerState state,
            ClusterEvent.Resource resource,
            String key,
            @Nullable KubernetesObject object,
            Instant now) {
        var before = state.others().get(key);
        if (isSame(before, object)) {
            return state;
        }
        var action = object == null
                ? ClusterEvent.Action.DELETE
                : before == null ? ClusterEvent.Action.ADD : ClusterEvent.Action.UPDATE;
        var others = object == null ? state.others().minus(key) : state.others().plus(key, object);
        return moved(state.withOthers(others), List.of(new ClusterEvent(resource, action)), before, object, now);
    }

    private static SchedulerState moved(
            SchedulerState state,
            List<ClusterEvent> events,
            @Nullable KubernetesObject before,
            @Nullable KubernetesObject after,
            Instant now) {
        var queue = state.queue();
        for (var event : events) {
            queue = queue.move(event, before, after, now);
        }
        return state.withQueue(queue);
    }

    private static boolean isSame(@Nullable KubernetesObject known, @Nullable KubernetesObject seen) {
        if (known == null || seen == null) {
            return known == seen;
        }
        return Objects.equals(known.metadata().uid(), seen.metadata().uid())
                && Objects.equals(
                        known.metadata().resourceVersion(), seen.metadata().resourceVersion());
    }
}
