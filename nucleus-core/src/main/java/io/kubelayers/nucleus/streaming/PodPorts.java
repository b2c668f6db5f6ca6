package io.kubelayers.nucleus.streaming;

import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.Optional;

/**
 * The ports of a pod, to be connected to.
 *
 * @param pod the pod
 * @param streams the runtime that has it
 */
public record PodPorts(Pod pod, ContainerStreams streams) implements Session {
    /** Connects to a port. */
    public PortConnection connect(int port) {
        return streams.connect(pod, port);
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public void onReady(Runnable wake) {
        // connections have wakes of their own
    }

    @Override
    public void close() {
        // whoever opened connections closes them
    }
}
