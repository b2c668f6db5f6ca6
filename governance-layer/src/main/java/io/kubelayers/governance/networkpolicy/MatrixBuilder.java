package io.kubelayers.governance.networkpolicy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out who reaches whom.
 *
 * <p>Ends that the same policies isolate, that the same rules admit and that name their ports alike behave alike, so it
 * is enough to look at one pair for each two such classes. Replicas of a workload share one; the work grows with the
 * square of the classes, not of the pods.
 */
final class MatrixBuilder {
    private final PodTable table;
    private final List<CompiledPolicy> policies;
    private final List<OutsideZone> zones;
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<CompiledRule.NamedPort> named;

    private MatrixBuilder(NetworkReachability network, List<OutsideZone> zones) {
        this.table = network.table();
        this.policies = network.policies();
        this.zones = zones;
        var names = new LinkedHashSet<CompiledRule.NamedPort>();
        for (var policy : policies) {
            for (var direction : Direction.values()) {
                var own = policy.rules(direction);
                if (own != null) {
                    rules.addAll(own);
                    own.forEach(rule -> names.addAll(rule.named()));
                }
            }
        }
        this.named = List.copyOf(names);
    }

    static ReachabilityMatrix build(NetworkReachability network, List<OutsideZone> zones) {
        return new MatrixBuilder(network, zones).build();
    }

    /**
     * What ends have in common that behave alike.
     *
     * @param selectedBy numbers of the policies that select them
     * @param admittedBy numbers of the rules among whose peers they are
     * @param ports what each name of a port means to them
     */
    private record Signature(boolean outside, BitSet selectedBy, BitSet admittedBy, List<PortSet> ports) {}

    /** A class of ends, by one of them. */
    private record Kind(int end, BitSet admittedBy, Rules egress, Rules ingress) {}

    /** The rules that hold for a class in one direction. */
    private record Rules(boolean isolated, int[] numbers) {
        static final Rules OPEN = new Rules(false, new int[0]);
    }

    private ReachabilityMatrix build() {
        int ends = table.size() + zones.size();
        var classOf = new int[ends];
        var numbers = new HashMap<Signature, Integer>();
        var kinds = new ArrayList<Kind>();
        for (int end = 0; end < ends; end++) {
            var signature = signature(end);
            var number = numbers.putIfAbsent(signature, kinds.size());
            if (number == null) {
                number = kinds.size();
                kinds.add(new Kind(
                        end,
                        signature.admittedBy(),
                        rules(Direction.EGRESS, signature),
                        rules(Direction.INGRESS, signature)));
            }
            classOf[end] = number;
        }
        var shared = new HashMap<PortSet, PortSet>();
        var ports = new PortSet[kinds.size()][kinds.size()];
        for (int from = 0; from < kinds.size(); from++) {
            for (int to = 0; to < kinds.size(); to++) {
                ports[from][to] = share(ports(kinds.get(from), kinds.get(to)), shared);
            }
        }
        return new ReachabilityMatrix(table, zones, classOf, ports);
    }

    private static PortSet share(PortSet ports, Map<PortSet, PortSet> shared) {
        var known = shared.putIfAbsent(ports, ports);
        return known == null ? ports : known;
    }

    private boolean isOutside(int end) {
        return end >= table.size();
    }

    private Signature signature(int end) {
        var selectedBy = new BitSet(policies.size());
        var admittedBy = new BitSet(rules.size());
        if (isOutside(end)) {
            var address = address(end);
            for (int i = 0; i < rules.size(); i++) {
                admittedBy.set(i, rules.get(i).admitsAddress(address));
            }
            return new Signature(true, selectedBy, admittedBy, List.of());
        }
        for (int i = 0; i < policies.size(); i++) {
            selectedBy.set(i, policies.get(i).pods().get(end));
        }
        for (int i = 0; i < rules.size(); i++) {
            admittedBy.set(i, rules.get(i).admitsPod(end));
        }
        var ports = new ArrayList<PortSet>(named.size());
        for (var port : named) {
            ports.add(table.named(end, port.name(), port.protocol()));
        }
        return new Signature(false, selectedBy, admittedBy, ports);
    }

    private IpRange address(int end) {
        return IpRange.address(zones.get(end - table.size()).sample().ip());
    }

    private Rules rules(Direction direction, Signature signature) {
        if (signature.outside()) {
            return Rules.OPEN;
        }
        boolean isolated = false;
        var held = new BitSet();
        int number = 0;
        for (int i = 0; i < policies.size(); i++) {
            for (var each : Direction.values()) {
                var own = policies.get(i).rules(each);
                if (own != null) {
                    if (each == direction && signature.selectedBy().get(i)) {
                        isolated = true;
                        held.set(number, number + own.size());
                    }
                    number += own.size();
                }
            }
        }
        return isolated ? new Rules(true, held.stream().toArray()) : Rules.OPEN;
    }

    private PortSet ports(Kind from, Kind to) {
        var out = ports(from.egress(), to, to);
        if (out.isEmpty()) {
            return PortSet.NONE;
        }
        var in = ports(to.ingress(), from, to);
        return out.intersection(in);
    }

    private PortSet ports(Rules held, Kind peer, Kind destination) {
        if (!held.isolated()) {
            return PortSet.ALL;
        }
        @Nullable PortSet all = null;
        for (int number : held.numbers()) {
            if (peer.admittedBy().get(number)) {
                var rule = rules.get(number);
                var ports = isOutside(destination.end())
                        ? rule.portsOutside()
                        : rule.named().isEmpty() ? rule.portsOutside() : rule.portsAt(destination.end(), table);
                if (ports == PortSet.ALL) {
                    return ports;
                }
                all = all == null ? ports : all.union(ports);
            }
        }
        return all == null ? PortSet.NONE : all;
    }
}
