package io.kubelayers.application.discovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The addresses and node ports of a cluster, and which of them are held already.
 *
 * @param blocks the ranges the cluster was made with, one for each family; the first is the cluster's own family
 * @param ranges where cluster IPs come from now, in this order: the ranges of the {@link ServiceCIDR}s that are ready
 * @param takenAddresses whether a cluster IP is in use
 * @param nodePorts range of node ports
 * @param takenPorts whether a node port is in use
 */
public record AddressPool(
        List<AddressBlock> blocks,
        List<AddressBlock> ranges,
        Predicate<String> takenAddresses,
        NodePortRange nodePorts,
        Predicate<Integer> takenPorts) {
    public AddressPool {
        blocks = List.copyOf(blocks);
        ranges = List.copyOf(ranges);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one range of cluster IPs");
        }
    }

    /** What is left of ranges when these services have theirs; the service about to change is not among them. */
    public static AddressPool of(List<AddressBlock> blocks, NodePortRange nodePorts, Iterable<Service> services) {
        var addresses = new HashSet<String>();
        var ports = new HashSet<Integer>();
        for (var service : services) {
            addresses.addAll(addresses(service));
            ports.addAll(nodePorts(service));
        }
        return new AddressPool(blocks, blocks, addresses::contains, nodePorts, ports::contains);
    }

    /** The cluster IPs that a service holds; not "None". */
    static Set<String> addresses(Service service) {
        var held = new TreeSet<>(service.spec().clusterIPs());
        if (service.spec().clusterIP() != null) {
            held.add(service.spec().clusterIP());
        }
        held.remove(ServiceAllocation.NONE);
        return held;
    }

    /** The node ports that a service holds, the one for health checks included. */
    static Set<Integer> nodePorts(Service service) {
        var held = new TreeSet<Integer>();
        for (var port : service.spec().ports()) {
            held.add(port.nodePort());
        }
        held.add(service.spec().healthCheckNodePort());
        held.remove(0);
        return held;
    }
}
