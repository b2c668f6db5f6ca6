package io.kubelayers.application.scheduling.framework;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of nodes in the table of a snapshot, by name. Made at the first look and shared by all snapshots that have
 * the same nodes.
 */
final class NodePositions {
    private final NodeTable nodes;
    private volatile @Nullable Map<String, Integer> positions;

    NodePositions(NodeTable nodes) {
        this.nodes = nodes;
    }

    /** The place, or -1. */
    int of(String name) {
        var known = positions;
        if (known == null) {
            var made = new HashMap<String, Integer>(nodes.size() * 2);
            for (int i = 0; i < nodes.size(); i++) {
                made.put(nodes.get(i).name(), i);
            }
            positions = made;
            known = made;
        }
        var position = known.get(name);
        return position == null ? -1 : position;
    }
}
