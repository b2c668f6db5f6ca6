package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where pods run, and which addresses their nodes have, as far as their pods tell. A pod in the network of its node is an
 * end of that node.
 */
final class NodeTable {
    private static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<IpRange, Integer> byAddress = new HashMap<>();
    private final List<Integer> ofPods = new ArrayList<>();
    private final BitSet inItsNetwork = new BitSet();

    /** The next pod. */
    void add(Pod pod) {
        var name = Absent.text(pod.spec().nodeName());
        inItsNetwork.set(ofPods.size(), pod.spec().hostNetwork());
        if (name.isEmpty()) {
            ofPods.add(NONE);
            return;
        }
        int node = numbers.computeIfAbsent(name, one -> numbers.size());
        ofPods.add(node);
        for (var ip : pod.status().hostIPs()) {
            byAddress.putIfAbsent(IpRange.address(ip.ip()), node);
        }
        var first = Absent.text(pod.status().hostIP());
        if (!first.isEmpty()) {
            byAddress.putIfAbsent(IpRange.address(first), node);
        }
    }

    /** The number of the node that a pod runs on; negative if it is on none yet. */
    int of(int pod) {
        return ofPods.get(pod);
    }

    /** The number of the node with that address; negative if no pod tells of one. */
    int withAddress(IpRange address) {
        return byAddress.getOrDefault(address, NONE);
    }

    /** The number of the node in whose network a pod is; negative if it has one of its own. */
    int inWhoseNetwork(int pod) {
        return inItsNetwork.get(pod) ? ofPods.get(pod) : NONE;
    }
}
