package io.kubelayers.application.discovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The addresses and node ports of a cluster, and which of them Services hold.
 *
 * @param blocks ranges of cluster IPs, one for each family; the first is the cluster's own family
 * @param takenAddresses cluster IPs in use
 * @param nodePorts range of node ports
 * @param takenPorts node ports in use
 */
public record AddressPool(
        List<AddressBlock> blocks, Set<String> takenAddresses, NodePortRange nodePorts, Set<Integer> takenPorts) {
    public AddressPool {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one range of cluster IPs");
        }
        takenAddresses = Set.copyOf(takenAddresses);
        takenPorts = Set.copyOf(takenPorts);
    }

    /** What is left of ranges when these services have theirs; the service about to change is not among them. */
    public static AddressPool of(List<AddressBlock> blocks, NodePortRange nodePorts, Iterable<Service> services) {
        var addresses = new HashSet<String>();
        var ports = new HashSet<Integer>();
        for (var service : services) {
            var spec = service.spec();
            addresses.addAll(spec.clusterIPs());
            if (spec.clusterIP() != null) {
                addresses.add(spec.clusterIP());
            }
            for (var port : spec.ports()) {
                ports.add(port.nodePort());
            }
            ports.add(spec.healthCheckNodePort());
        }
        return new AddressPool(blocks, addresses, nodePorts, ports);
    }
}
