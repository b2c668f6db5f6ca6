package io.kubelayers.nucleus.streaming;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/**
 * What a runtime offers on containers beyond their life: the streaming half of upstream's Container Runtime Interface. The
 * caller has made sure that the container runs. Every call returns at once.
 */
public interface ContainerStreams {
    /** Of a runtime that offers none of it: everything is refused. */
    static ContainerStreams none() {
        return new NoStreams();
    }

    /**
     * What a run of a container has written.
     *
     * @param containerId the run, as container statuses name it
     * @throws AgentRefusedException if the runtime does not have it any more
     */
    ContainerLog log(Pod pod, Container container, String containerId);

    /**
     * Runs a command in a container.
     *
     * @param command program and arguments
     * @param terminal whether with a terminal
     */
    ContainerProcess exec(Pod pod, Container container, List<String> command, boolean terminal);

    /** Connects to the main process of a container; it has ended when the container has. */
    ContainerProcess attach(Pod pod, Container container, boolean terminal);

    /** Connects to a port inside a pod. */
    PortConnection connect(Pod pod, int port);
}
