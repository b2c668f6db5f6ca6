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

    /**
     * Begins the postStart hook of a container.
     *
     * @param attempt the run that it belongs to
     */
    record Hook(Container container, int attempt) implements PodAction {}

    /**
     * Begins the preStop hook of a container that is stopped later.
     *
     * @param attempt the run that it belongs to
     */
    record StopHook(Container container, int attempt, StopRequest request) implements PodAction {}

    /**
     * Stops a container.
     *
     * @param withHook whether its preStop hook comes first, if it has one
     */
    record Stop(Container container, StopRequest request, boolean withHook) implements PodAction {}
}
