package io.kubelayers.nucleus.streaming;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/** A runtime without streams. */
final class NoStreams implements ContainerStreams {
    private static AgentRefusedException refused(String what) {
        return AgentRefusedException.internal("the container runtime of this node offers no " + what);
    }

    @Override
    public ContainerLog log(Pod pod, Container container, String containerId) {
        throw refused("logs");
    }

    @Override
    public ContainerProcess exec(Pod pod, Container container, List<String> command, boolean terminal) {
        throw refused("exec");
    }

    @Override
    public ContainerProcess attach(Pod pod, Container container, boolean terminal) {
        throw refused("attach");
    }

    @Override
    public PortConnection connect(Pod pod, int port) {
        throw refused("port-forward");
    }
}
