package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/** Gives pods their addresses: upstream's Container Network Interface. No two pods have one address at the same time. */
public interface PodNetwork {
    /**
     * Connects a pod, or tells the addresses of one that is connected.
     *
     * @return its addresses, the primary one first
     * @throws NetworkException if there is no address to give
     */
    List<String> attach(Pod pod, Node node);

    /** Disconnects a pod; its addresses are free again. */
    void detach(String podUid, String node);

    /** A pod could not be connected. The message is for the pod's events. */
    final class NetworkException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NetworkException(String message) {
            super(message);
        }
    }
}
