package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/**
 * A few nodes with pods on them, for properties.
 *
 * @param nodes the nodes, each with a name of its own
 * @param pods pods, each on one of the nodes
 */
public record SmallCluster(List<Node> nodes, List<Pod> pods) {
    public SmallCluster {
        nodes = List.copyOf(nodes);
        pods = List.copyOf(pods);
    }

    /** The cluster as plugins see it. */
    public Snapshot snapshot() {
        return Snapshot.of(nodes, pods);
    }

    /** The scheduler's decision on this cluster. */
    public Scheduling scheduling() {
        return Scheduling.on(nodes, pods);
    }

    /** One line for each node and its pods. */
    @Override
    public String toString() {
        var text = new StringBuilder("cluster of ").append(nodes.size()).append(" nodes");
        for (var info : snapshot().nodes()) {
            text.append("\n  ")
                    .append(info.name())
                    .append(" allocatable ")
                    .append(info.node().status().allocatable())
                    .append(" labels ")
                    .append(info.labels())
                    .append(" taints ")
                    .append(info.node().spec().taints())
                    .append(" pods ")
                    .append(info.pods());
        }
        return text.toString();
    }
}
