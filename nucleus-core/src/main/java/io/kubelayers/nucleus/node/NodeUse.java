package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the pods admitted to a node hold of it.
 *
 * @param pods how many there are
 * @param requests what they request together
 * @param ports host ports they hold, as {@code TCP/0.0.0.0/80}
 */
record NodeUse(int pods, Map<String, Quantity> requests, List<String> ports) {
    static final NodeUse NONE = new NodeUse(0, Map.of(), List.of());

    NodeUse plus(AgentPod pod) {
        return plus(pod.requests(), pod.ports());
    }

    NodeUse plus(Map<String, Quantity> more, List<String> morePorts) {
        if (morePorts.isEmpty()) {
            return new NodeUse(pods + 1, ResourceList.add(requests, more), ports);
        }
        var all = new ArrayList<>(ports);
        all.addAll(morePorts);
        return new NodeUse(pods + 1, ResourceList.add(requests, more), List.copyOf(all));
    }

    NodeUse minus(AgentPod pod) {
        return new NodeUse(pods - 1, ResourceList.sub(requests, pod.requests()), without(pod.ports()));
    }

    private List<String> without(List<String> freed) {
        if (freed.isEmpty()) {
            return ports;
        }
        var left = new ArrayList<>(ports);
        left.removeAll(freed);
        return List.copyOf(left);
    }

    /** The host ports that a pod asks for. */
    static List<String> portsOf(Pod pod) {
        var ports = new ArrayList<String>();
        for (var container : PodProbes.containers(pod)) {
            for (var port : container.ports()) {
                if (port.hostPort() > 0) {
                    var protocol = port.protocol() == null ? "TCP" : port.protocol();
                    var ip = port.hostIP() == null ? "0.0.0.0" : port.hostIP();
                    ports.add(protocol + "/" + ip + "/" + port.hostPort());
                }
            }
        }
        return ports;
    }

    /** Whether one of the ports is taken; a port on all addresses collides with the same on any. */
    boolean collides(List<String> wanted) {
        for (var port : wanted) {
            var parts = port.split("/");
            for (var held : ports) {
                var other = held.split("/");
                boolean sameIp = parts[1].equals(other[1]) || parts[1].equals("0.0.0.0") || other[1].equals("0.0.0.0");
                if (sameIp && parts[0].equals(other[0]) && parts[2].equals(other[2])) {
                    return true;
                }
            }
        }
        return false;
    }
}
