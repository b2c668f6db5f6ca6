package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A rule whose peers are sets of pods and ranges of addresses, and whose ports are a set, but for those with names: they
 * depend on the destination.
 */
final class CompiledRule {
    private final RuleReference reference;
    private final boolean anyPeer;
    private final BitSet pods;
    private final List<PeerBlock> blocks;
    private final PortSet ports;
    private final List<NamedPort> named;

    /** A port by the name that a container of the destination gives it. */
    record NamedPort(String protocol, String name) {}

    private CompiledRule(
            RuleReference reference,
            boolean anyPeer,
            BitSet pods,
            List<PeerBlock> blocks,
            PortSet ports,
            List<NamedPort> named) {
        this.reference = reference;
        this.anyPeer = anyPeer;
        this.pods = pods;
        this.blocks = blocks;
        this.ports = ports;
        this.named = named;
    }

    static CompiledRule of(
            RuleReference reference,
            String namespace,
            List<NetworkPolicyPeer> peers,
            List<NetworkPolicy.Port> ports,
            PodTable table) {
        var pods = new BitSet();
        var blocks = new ArrayList<PeerBlock>(0);
        for (var peer : peers) {
            if (peer.ipBlock() != null) {
                blocks.add(PeerBlock.of(peer.ipBlock()));
            } else if (peer.podSelector() != null || peer.namespaceSelector() != null) {
                pods.or(table.select(namespace, peer.namespaceSelector(), peer.podSelector()));
            }
        }
        for (int pod = 0; pod < table.size(); pod++) {
            if (inBlocks(table.addresses(pod), blocks)) {
                pods.set(pod);
            }
        }
        var set = ports.isEmpty() ? PortSet.ALL : PortSet.NONE;
        var named = new ArrayList<NamedPort>(0);
        for (var port : ports) {
            var protocol = port.protocol() == null ? Protocol.TCP : port.protocol();
            if (port.port() == null) {
                set = set.union(PortSet.all(protocol));
            } else if (port.port().isInt()) {
                int first = port.port().intValue();
                set = set.union(PortSet.range(protocol, first, port.endPort() == null ? first : port.endPort()));
            } else {
                named.add(new NamedPort(protocol, port.port().toString()));
            }
        }
        return new CompiledRule(reference, peers.isEmpty(), pods, blocks, set, List.copyOf(named));
    }

    private static boolean inBlocks(List<IpRange> addresses, List<PeerBlock> blocks) {
        for (var block : blocks) {
            for (var address : addresses) {
                if (block.contains(address)) {
                    return true;
                }
            }
        }
        return false;
    }

    RuleReference reference() {
        return reference;
    }

    List<PeerBlock> blocks() {
        return blocks;
    }

    List<NamedPort> named() {
        return named;
    }

    boolean anyPeer() {
        return anyPeer;
    }

    boolean hasPeers() {
        return anyPeer || !pods.isEmpty() || !blocks.isEmpty();
    }

    boolean admitsPod(int pod) {
        return anyPeer || pods.get(pod);
    }

    boolean admitsAddress(IpRange address) {
        if (anyPeer) {
            return true;
        }
        for (var block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The ports at a destination outside. */
    PortSet portsOutside() {
        return ports;
    }

    /** The ports at a pod, those with names included. */
    PortSet portsAt(int destination, PodTable table) {
        var all = ports;
        for (var port : named) {
            all = all.union(table.named(destination, port.name(), port.protocol()));
        }
        return all;
    }
}
