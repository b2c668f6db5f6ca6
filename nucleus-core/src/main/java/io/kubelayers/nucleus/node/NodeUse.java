package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What the pods admitted to a node hold of it.
 *
 * @param pods how many there are
 * @param requests what they request together
 * @param ports host ports they hold, as {@code TCP/0.0.0.0/80}
 */
record NodeUse(int pods, Map<String, Quantity> requests, PSet<String> ports) {
    static final NodeUse NONE = new NodeUse(0, Map.of(), HashTreePSet.empty());

    NodeUse plus(AgentPod pod) {
        return new NodeUse(pods + 1, ResourceList.add(requests, pod.requests()), ports.plusAll(pod.ports()));
    }

    NodeUse minus(AgentPod pod) {
        return new NodeUse(pods - 1, ResourceList.sub(requests, pod.requests()), ports.minusAll(pod.ports()));
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
