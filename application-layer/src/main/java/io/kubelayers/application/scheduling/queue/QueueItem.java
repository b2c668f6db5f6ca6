package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A pod in the queue and its history there. Changed by the queue only. Upstream: {@code QueuedPodInfo}. */
final class QueueItem {
    final String key;

    /** Breaks ties between pods that the profile does not order. */
    final long sequence;

    PodInfo pod;
    QueuePlace place = QueuePlace.IN_FLIGHT;
    Instant timestamp;
    Instant backoffEnd = Instant.MIN;
    int attempts;
    int failures;
    int errors;
    String gatedBy = "";
    Set<String> unschedulablePlugins = new TreeSet<>();
    Set<String> pendingPlugins = new TreeSet<>();

    /** Events from this number on happened while it was being tried. */
    long eventsFrom;

    QueueItem(PodInfo pod, long sequence, Instant now) {
        this.key = pod.key();
        this.sequence = sequence;
        this.pod = pod;
        this.timestamp = now;
    }

    QueuedPod view() {
        return new QueuedPod(pod, timestamp, attempts);
    }

    boolean wasRejected() {
        return !unschedulablePlugins.isEmpty() || !pendingPlugins.isEmpty();
    }
}
