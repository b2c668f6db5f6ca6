package io.kubelayers.application.scheduling.framework;

/** Orders the pods that wait to be scheduled. Exactly one is enabled, the same in every profile of a scheduler. */
public interface QueueSortPlugin extends Plugin {
    /**
     * True when the first pod is to be scheduled before the second. A strict weak order; pods it does not order are
     * taken in the order in which they arrived.
     */
    boolean less(QueuedPod first, QueuedPod second);
}
