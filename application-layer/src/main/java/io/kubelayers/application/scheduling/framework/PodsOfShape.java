package io.kubelayers.application.scheduling.framework;

import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The pods of one {@link PodShape} that are on nodes. Immutable.
 *
 * @param shape what they are like
 * @param nodes how many of them are on each node, by its name; nodes without any are left out
 */
public record PodsOfShape(PodShape shape, PMap<String, Integer> nodes) {
    static PodsOfShape none(PodShape shape) {
        return new PodsOfShape(shape, HashTreePMap.empty());
    }

    PodsOfShape count(String node, int by) {
        int count = nodes.getOrDefault(node, 0) + by;
        return new PodsOfShape(shape, count == 0 ? nodes.minus(node) : nodes.plus(node, count));
    }

    /** How many are on this node. */
    public int on(String node) {
        return nodes.getOrDefault(node, 0);
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** For loops. */
    public Iterable<Map.Entry<String, Integer>> entries() {
        return nodes.entrySet();
    }
}
