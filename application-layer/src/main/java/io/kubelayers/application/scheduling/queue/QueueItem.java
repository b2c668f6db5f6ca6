package io.kubelayers.application.scheduling.queue;

import com.google.common.collect.ImmutableSortedSet;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Set;

/**
 * A pod in the queue and its history there. Upstream: {@code QueuedPodInfo}.
 *
 * @param pod the pod
 * @param sequence breaks ties between pods that the profile does not order
 * @param place where it is
 * @param timestamp when it entered the queue, or last came back
 * @param backoffEnd not to be tried before, {@link Instant#MIN} for at once
 * @param attempts how often it was tried
 * @param failures how often it was rejected
 * @param errors how often in a row the attempt failed with an error
 * @param gatedBy the PreEnqueue plugin that refused it, or {@code ""}
 * @param unschedulablePlugins who rejected it last
 * @param pendingPlugins those of them that want it tried without back-off when their event comes
 * @param eventsFrom events from this number on happened while it was in flight
 * @param firstAttempt when it was first tried; without meaning before
 */
@RecordBuilder
record QueueItem(
        PodInfo pod,
        long sequence,
        QueuePlace place,
        Instant timestamp,
        Instant backoffEnd,
        int attempts,
        int failures,
        int errors,
        String gatedBy,
        Set<String> unschedulablePlugins,
        Set<String> pendingPlugins,
        long eventsFrom,
        Instant firstAttempt)
        implements QueueItemBuilder.With {
    QueueItem {
        unschedulablePlugins = ImmutableSortedSet.copyOf(unschedulablePlugins);
        pendingPlugins = ImmutableSortedSet.copyOf(pendingPlugins);
    }

    static QueueItem arriving(PodInfo pod, long sequence, Instant now) {
        return new QueueItem(
                pod, sequence, QueuePlace.IN_FLIGHT, now, Instant.MIN, 0, 0, 0, "", Set.of(), Set.of(), 0, now);
    }

    String key() {
        return pod.key();
    }

    QueuedPod view() {
        return new QueuedPod(pod, timestamp, attempts);
    }

    boolean wasRejected() {
        return !unschedulablePlugins.isEmpty() || !pendingPlugins.isEmpty();
    }

    /** How many failures its back-off is counted from. */
    int penalties() {
        return errors > 0 ? errors : failures;
    }
}
