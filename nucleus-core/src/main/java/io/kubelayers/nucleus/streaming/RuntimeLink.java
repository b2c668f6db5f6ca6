package io.kubelayers.nucleus.streaming;

import org.jspecify.annotations.Nullable;

/**
 * How the API server of a cluster reaches the runtime of its nodes. The node agent connects when it starts; a cluster
 * without one refuses whatever needs it.
 */
public final class RuntimeLink {
    private volatile @Nullable ContainerStreams streams;

    /** Called by the node agent. */
    public void connect(ContainerStreams runtime) {
        streams = runtime;
    }

    /**
     * The runtime of a node.
     *
     * @throws AgentRefusedException if no agent answers there
     */
    public ContainerStreams of(String node) {
        var connected = streams;
        if (connected == null) {
            throw AgentRefusedException.internal("no agent answers on node " + node);
        }
        return connected;
    }
}
