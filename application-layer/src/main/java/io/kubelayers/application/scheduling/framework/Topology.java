package io.kubelayers.application.scheduling.framework;

import java.util.HashMap;
import java.util.Map;

/**
 * The domains that a label of nodes makes, as numbers: nodes with the same value are in the same domain. Immutable, and shared
 * by all snapshots whose nodes have the same labels.
 */
public final class Topology {
    /** What nodes without the label are in. */
    public static final int NONE = -1;

    private final String key;
    private final int[] domains;
    private final Map<String, Integer> numbers;
    private final NodePositions positions;
    private final boolean complete;

    private Topology(
            String key, int[] domains, Map<String, Integer> numbers, NodePositions positions, boolean complete) {
        this.key = key;
        this.domains = domains;
        this.numbers = numbers;
        this.positions = positions;
        this.complete = complete;
    }

    /** By the values of a label. */
    static Topology of(String key, NodeTable nodes, NodePositions positions) {
        var domains = new int[nodes.size()];
        var numbers = new HashMap<String, Integer>();
        boolean complete = true;
        for (int place = 0; place < nodes.size(); place++) {
            var value = nodes.get(place).label(key);
            if (value == null) {
                domains[place] = NONE;
                complete = false;
            } else {
                var number = numbers.putIfAbsent(value, numbers.size());
                domains[place] = number == null ? numbers.size() - 1 : number;
            }
        }
        return new Topology(key, domains, numbers, positions, complete);
    }

    /** Each node is a domain of its own, whatever its labels. */
    static Topology ofNodes(NodeTable nodes, NodePositions positions) {
        var domains = new int[nodes.size()];
        var numbers = new HashMap<String, Integer>();
        for (int place = 0; place < nodes.size(); place++) {
            domains[place] = place;
            numbers.put(nodes.get(place).name(), place);
        }
        return new Topology("", domains, numbers, positions, true);
    }

    /** The label; "" if each node is a domain. */
    public String key() {
        return key;
    }

    /** How many domains there are; their numbers are less. */
    public int size() {
        return numbers.size();
    }

    /** Whether all nodes are in some domain. */
    public boolean isComplete() {
        return complete;
    }

    /** The domain of the node at this place of the snapshot, or {@link #NONE}. */
    public int at(int place) {
        return domains[place];
    }

    /** The domain of a node, or {@link #NONE}; also of one that differs from the snapshot's in its pods. */
    public int of(NodeInfo node) {
        var value = key.isEmpty() ? node.name() : node.label(key);
        return value == null ? NONE : number(value);
    }

    /** The domain of this value, or {@link #NONE}. */
    public int number(String value) {
        return numbers.getOrDefault(value, NONE);
    }

    /** The domain of the node of this name, or {@link #NONE}. */
    int ofNode(String name) {
        int place = positions.of(name);
        return place < 0 ? NONE : domains[place];
    }
}
