package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.queue.SchedulingQueue;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What a running scheduler knows; persistent data, so that it forks with its cluster. Upstream keeps it in
 * {@code backend/cache} and {@code backend/queue}.
 *
 * @param snapshot the nodes and the pods on them, those it has just given a node included
 * @param queue the pods that wait
 * @param assumed pods ({@code namespace/name}) that it gave a node and that have not been seen there yet
 * @param waiting pods that have a node but not every permission
 * @param binding pods that have a node and every permission, and wait until their PreBind is done
 * @param others the other objects that may matter to pods that wait, as they were last seen; by what {@link OtherObjects} calls
 *     them
 * @param nextStart where the next search for nodes starts
 * @param wakeUp when it has asked to be called although nothing changed; null if it has not
 */
@RecordBuilder
record SchedulerState(
        Snapshot snapshot,
        SchedulingQueue queue,
        PSet<String> assumed,
        WaitingPods waiting,
        WaitingPods binding,
        PMap<String, KubernetesObject> others,
        int nextStart,
        @Nullable Instant wakeUp)
        implements SchedulerStateBuilder.With {
    static SchedulerState of(Snapshot snapshot, SchedulingQueue queue) {
        return new SchedulerState(
                snapshot,
                queue,
                HashTreePSet.empty(),
                WaitingPods.none(),
                WaitingPods.none(),
                HashTreePMap.empty(),
                0,
                null);
    }

    /** When to look again if nothing happens before: a back-off ends, or a wait for permission or volumes. */
    Optional<Instant> nextWakeUp() {
        return earlier(queue.nextWakeUp(), earlier(waiting.nextDeadline(), binding.nextDeadline()));
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && other.get().isBefore(one.get()) ? other : one.or(() -> other);
    }

    /**
     * The pod ({@code namespace/name}) is gone, or on a node, and not about to be bound any more. Where it still waits, the
     * next round gives back what was reserved for it.
     */
    SchedulerState notAssumed(String key) {
        return withAssumed(assumed.minus(key));
    }

    /** Whether it will be called by that time anyway. */
    boolean isAskedFor(Instant time, Instant now) {
        return wakeUp != null && wakeUp.isAfter(now) && !time.isBefore(wakeUp);
    }
}
