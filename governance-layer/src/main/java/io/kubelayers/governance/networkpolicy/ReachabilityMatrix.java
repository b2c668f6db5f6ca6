package io.kubelayers.governance.networkpolicy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who reaches whom, on which ports: pods, and the parts of the outside world that policies tell apart.
 *
 * <p>Ends that behave alike share a row and a column; {@link #classes()} says how many there are.
 */
public final class ReachabilityMatrix {
    private final List<NetworkEndpoint> ends = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<NetworkEndpoint, Integer> numbers = new HashMap<>();
    private final int[] classOf;
    private final PortSet[][] ports;
    private final int pods;
    /** The node that an end runs on or is; negative if there is none. */
    private final int[] nodes;
    /** The ends that are their node. */
    private final BitSet areNodes = new BitSet();

    ReachabilityMatrix(PodTable table, List<OutsideZone> zones, int[] classOf, PortSet[][] ports) {
        this.classOf = classOf;
        this.ports = ports;
        this.pods = table.size();
        for (int pod = 0; pod < table.size(); pod++) {
            var name = table.names().get(pod);
            ends.add(name);
            labels.add(name.namespace() + "/" + name.name());
            groups.add(name.namespace() + "/" + table.workload(pod));
        }
        for (var zone : zones) {
            ends.add(zone.sample());
            labels.add(zone.name());
            groups.add(zone.name());
        }
        this.nodes = new int[ends.size()];
        for (int i = 0; i < ends.size(); i++) {
            int node = i < pods
                    ? table.nodes().inWhoseNetwork(i)
                    : table.nodes()
                            .withAddress(
                                    IpRange.address(zones.get(i - pods).sample().ip()));
            areNodes.set(i, node >= 0);
            nodes[i] = i < pods ? table.nodes().of(i) : node;
            numbers.putIfAbsent(ends.get(i), i);
        }
    }

    /** The pods in the order given, then one address for each part of the outside. */
    public List<NetworkEndpoint> ends() {
        return List.copyOf(ends);
    }

    /** How many sorts of ends there are that behave differently. */
    public int classes() {
        return ports.length;
    }

    /**
     * The ports on which one end reaches another.
     *
     * @throws IllegalArgumentException if one of them is not among the {@link #ends()}
     */
    public PortSet ports(NetworkEndpoint from, NetworkEndpoint to) {
        return ports(number(from), number(to));
    }

    /** Whether there is a port on which one end reaches another. */
    public boolean reaches(NetworkEndpoint from, NetworkEndpoint to) {
        return !ports(from, to).isEmpty();
    }

    public boolean reaches(NetworkConnection connection) {
        return ports(connection.from(), connection.to()).contains(connection.port(), connection.protocol());
    }

    private int number(NetworkEndpoint end) {
        var number = numbers.get(end);
        if (number == null) {
            throw new IllegalArgumentException(end + " is not among the ends of this matrix");
        }
        return number;
    }

    int size() {
        return ends.size();
    }

    /** How many of the ends are pods; they come first. */
    int pods() {
        return pods;
    }

    PortSet ports(int from, int to) {
        return from == to || areNodeAndItsPod(from, to) ? PortSet.ALL : ports[classOf[from]][classOf[to]];
    }

    /** Whether one of them is the node that the other runs on. */
    boolean areNodeAndItsPod(int one, int other) {
        return nodes[one] >= 0 && nodes[one] == nodes[other] && (areNodes.get(one) || areNodes.get(other));
    }

    NetworkEndpoint end(int number) {
        return ends.get(number);
    }

    /** {@code shop/web-0} or {@code outside}. */
    String label(int number) {
        return labels.get(number);
    }

    /** {@code shop/web}: the workload of a pod, or the range of an address. */
    String group(int number) {
        return groups.get(number);
    }

    /** A table for people: a row for who asks, a column for who answers; {@code *} for all ports, {@code +} for some. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            text.append(String.format("%3d %s\n", i + 1, label(i)));
        }
        text.append("    ");
        for (int i = 0; i < size(); i++) {
            text.append(String.format("%4d", i + 1));
        }
        text.append('\n');
        for (int from = 0; from < size(); from++) {
            text.append(String.format("%4d", from + 1));
            for (int to = 0; to < size(); to++) {
                var open = ports(from, to);
                text.append("   ").append(open.isEmpty() ? '.' : open.isAll() ? '*' : '+');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
