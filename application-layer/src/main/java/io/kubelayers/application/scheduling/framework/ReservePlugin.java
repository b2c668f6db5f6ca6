package io.kubelayers.application.scheduling.framework;

/** Keeps books of its own (volumes, devices) about where pods are about to run. */
public interface ReservePlugin extends Plugin {
    /** The pod is about to be bound to the node. A rejection undoes the placement. */
    Status reserve(CycleState state, PodInfo pod, String node);

    /** Undoes {@link #reserve}, whether or not it was called or succeeded; must not fail. */
    void unreserve(CycleState state, PodInfo pod, String node);
}
