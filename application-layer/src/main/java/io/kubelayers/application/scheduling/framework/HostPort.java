package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that a pod takes on its node.
 *
 * @param ip the node's address it binds to, {@value #ANY_IP} for all
 * @param protocol TCP, UDP or SCTP
 * @param port 1 to 65535
 */
public record HostPort(String ip, String protocol, int port) {
    public static final String ANY_IP = "0.0.0.0";

    static HostPort of(ContainerPort port) {
        return new HostPort(
                port.hostIP() == null ? ANY_IP : port.hostIP(),
                port.protocol() == null ? Protocol.TCP : port.protocol(),
                port.hostPort());
    }

    /**
     * The host ports of the containers and of the sidecars (init containers that run as long as the pod). Upstream:
     * {@code GetHostPorts} of {@code scheduler/util/utils.go}.
     */
    public static List<HostPort> of(PodSpec pod) {
        var ports = new ArrayList<HostPort>();
        for (var container : pod.initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy())) {
                collect(container, ports);
            }
        }
        for (var container : pod.containers()) {
            collect(container, ports);
        }
        return List.copyOf(ports);
    }

    private static void collect(Container container, List<HostPort> ports) {
        for (var port : container.ports()) {
            if (port.hostPort() > 0) {
                ports.add(of(port));
            }
        }
    }

    /** Whether both cannot be taken on one node: same protocol and port, and addresses that overlap. */
    public boolean conflictsWith(HostPort other) {
        return port == other.port
                && protocol.equals(other.protocol)
                && (ip.equals(other.ip) || ip.equals(ANY_IP) || other.ip.equals(ANY_IP));
    }
}
