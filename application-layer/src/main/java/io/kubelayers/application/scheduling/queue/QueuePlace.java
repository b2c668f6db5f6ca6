package io.kubelayers.application.scheduling.queue;

/** Where in the queue a pod is. */
public enum QueuePlace {
    /** To be tried as soon as its turn comes. */
    ACTIVE,
    /** To be tried, but not before its back-off ends, unless nothing else is to be done. */
    BACKOFF,
    /** To be tried when its back-off ends; a failure of the scheduler put it there. */
    ERROR_BACKOFF,
    /** Waits for an event that may help. */
    UNSCHEDULABLE,
    /** PreEnqueue refused it; waits for an event that may open the gate. */
    GATED,
    /** Taken out and being tried. */
    IN_FLIGHT
}
