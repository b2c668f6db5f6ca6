package io.kubelayers.application.scheduling.framework;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The topologies of nodes, each made when it is first asked for and shared by all snapshots whose nodes have these labels. */
final class Topologies {
    private final NodeTable nodes;
    private final NodePositions positions;
    private final Map<String, Topology> known = new ConcurrentHashMap<>();

    /** @param nodes as they were in one of the snapshots */
    Topologies(NodeTable nodes, NodePositions positions) {
        this.nodes = nodes;
        this.positions = positions;
    }

    Topology by(String key) {
        return known.computeIfAbsent(key, label -> Topology.of(label, nodes, positions));
    }

    /** Each node a domain; no label has this empty key. */
    Topology byNode() {
        return known.computeIfAbsent("", none -> Topology.ofNodes(nodes, positions));
    }
}
