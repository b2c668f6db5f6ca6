package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.QueuedPod;
import java.util.Optional;

/**
 * A pod taken from the queue.
 *
 * @param pod the pod to be tried now; nothing if none is ready
 * @param queue the queue without it
 */
public record Popped(Optional<QueuedPod> pod, SchedulingQueue queue) {}
