package io.kubelayers.application.scheduling.framework;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of nodes in the array of a snapshot, by name. Made at the first look and shared by all snapshots that have
 * the same nodes.
 */
final class NodePositions {
    private final NodeInfo[] nodes;
    private volatile @Nullable Map<String, Integer> positions;

    NodePositions(NodeInfo[] nodes) {
        this.nodes = nodes;
    }

    /** The place, or -1. */
    int of(String name) {
        var known = positions;
        if (known == null) {
            var made = new HashMap<String, Integer>(nodes.length * 2);
            for (int i = 0; i < nodes.length; i++) {
                made.put(nodes[i].name(), i);
            }
            positions = made;
            known = made;
        }
        var position = known.get(name);
        return position == null ? -1 : position;
    }
}
