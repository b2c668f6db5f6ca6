package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Protocol;

/**
 * A connection on its way to a Service, at the node whose proxy handles it.
 *
 * @param clientIp address of the client
 * @param entry which of the service's addresses it was sent to
 * @param port port it was sent to: of the service, or a node port
 * @param protocol TCP, UDP or SCTP
 * @param node name of the node that handles it: of the client's pod, or the one that outside traffic came in by
 * @param zone zone of that node; empty if it has none
 */
public record Connection(String clientIp, Entry entry, int port, String protocol, String node, String zone) {
    /** The addresses a service has. */
    public enum Entry {
        /** The cluster IP: traffic from inside. */
        CLUSTER_IP,
        /** A port of a node. */
        NODE_PORT,
        /** The address of the load balancer, used from outside. */
        LOAD_BALANCER,
        /** An external IP of the service, used from outside. */
        EXTERNAL_IP,
        /** An outside address of the service, used by a pod of the cluster: short-cut to all endpoints. */
        OUTSIDE_ADDRESS_FROM_POD
    }

    /** A TCP connection from a pod to the cluster IP. */
    public static Connection fromPod(String podIp, int port, String node, String zone) {
        return new Connection(podIp, Entry.CLUSTER_IP, port, Protocol.TCP, node, zone);
    }

    /** A TCP connection from outside to a port of a node. */
    public static Connection toNodePort(String clientIp, int nodePort, String node, String zone) {
        return new Connection(clientIp, Entry.NODE_PORT, nodePort, Protocol.TCP, node, zone);
    }

    /** Whether this is outside traffic, to which externalTrafficPolicy applies. */
    boolean isExternal() {
        return entry != Entry.CLUSTER_IP;
    }
}
