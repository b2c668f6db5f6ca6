package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;

/** What the agent is to do for a pod. */
public sealed interface PodAction {
    /** Connects the pod to the network. */
    record Connect() implements PodAction {}

    /** Pulls the image of a container. */
    record Pull(Container container) implements PodAction {}

    /**
     * Starts a container.
     *
     * @param attempt 0 for its first run
     */
    record Start(Container container, int attempt) implements PodAction {}

    /** Stops a container. */
    record Stop(Container container, StopRequest request) implements PodAction {}
}
