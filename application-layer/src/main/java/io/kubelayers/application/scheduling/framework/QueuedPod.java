package io.kubelayers.application.scheduling.framework;

import java.time.Instant;

/**
 * A pod in the scheduling queue, as {@link QueueSortPlugin} sees it. Upstream: {@code QueuedPodInfo}.
 *
 * @param pod the pod
 * @param timestamp when it entered the queue, or last came back to it
 * @param attempts how often it has been tried
 */
public record QueuedPod(PodInfo pod, Instant timestamp, int attempts) {}
