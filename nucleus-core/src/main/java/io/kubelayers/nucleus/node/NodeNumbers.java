package io.kubelayers.nucleus.node;

import org.pcollections.TreePMap;

/**
 * Numbers of nodes, from which their addresses and pod ranges follow. A number is free again when its node is gone; the
 * lowest free one is given out.
 *
 * @param byNode number of each node by name
 * @param taken name of the node with each number
 */
record NodeNumbers(TreePMap<String, Integer> byNode, TreePMap<Integer, String> taken) {
    static final NodeNumbers NONE = new NodeNumbers(TreePMap.empty(), TreePMap.empty());

    /** The second octets of pod ranges in the order of use; 10.96-10.111 is left to services. */
    private static final int FIRST_OCTET = 244;

    NodeNumbers with(String node) {
        if (byNode.containsKey(node)) {
            return this;
        }
        int free = taken.isEmpty() || taken.firstKey() > 0 ? 0 : taken.lastKey() + 1;
        if (free == taken.size()) {
            return put(node, free);
        }
        free = 0;
        while (taken.containsKey(free)) {
            free++;
        }
        return put(node, free);
    }

    private NodeNumbers put(String node, int number) {
        return new NodeNumbers(byNode.plus(node, number), taken.plus(number, node));
    }

    NodeNumbers without(String node) {
        var number = byNode.get(node);
        return number == null ? this : new NodeNumbers(byNode.minus(node), taken.minus(number));
    }

    /** The pod range of a node: 10.244.0.0/24 for number 0, then upward; after 10.255 it goes on at 10.0. */
    static String podCidr(int number) {
        int octet = (FIRST_OCTET + number / 256) % 256;
        if (octet >= 96 && octet < FIRST_OCTET) {
            octet += 16;
        }
        return "10." + octet + "." + number % 256 + ".0/24";
    }

    /** The node's own address: 172.18.0.2 for number 0. */
    static String address(int number) {
        int place = number + 2;
        return "172." + (18 + place / 65536) + "." + place / 256 % 256 + "." + place % 256;
    }
}
