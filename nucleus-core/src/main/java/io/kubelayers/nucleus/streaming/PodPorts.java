package io.kubelayers.nucleus.streaming;

import io.kubelayers.nucleus.core.Pod;

/**
 * The ports of a pod, to be connected to. Connections have wakes of their own.
 *
 * @param pod the pod
 * @param streams the runtime that has it
 */
public record PodPorts(Pod pod, ContainerStreams streams) implements StillSession {
    /** Connects to a port; whoever opens connections closes them. */
    public PortConnection connect(int port) {
        return streams.connect(pod, port);
    }
}
