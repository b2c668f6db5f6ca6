package io.kubelayers.interfaces.cli;

import io.kubelayers.application.scheduling.InformedObjects;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/**
 * The pods of a cluster that no node has, and why.
 *
 * @param pods those pods, by namespace and name
 * @param scheduling the scheduler's view of the cluster as it is
 */
record PendingPods(List<Pod> pods, Scheduling scheduling) {
    static PendingPods of(Cluster cluster) {
        var pods = cluster.client().on(Pod.class).list("").items();
        var nodes = cluster.client().on(Node.class).list("").items();
        return new PendingPods(
                pods.stream().filter(PendingPods::isPending).toList(),
                Scheduling.on(nodes, pods).with(InformedObjects.of(cluster)).inDetail());
    }

    /** Whether a pod waits for a node. */
    static boolean isPending(Pod pod) {
        var node = pod.spec().nodeName();
        var phase = pod.status().phase();
        return (node == null || node.isEmpty())
                && !Pod.Phase.SUCCEEDED.equals(phase)
                && !Pod.Phase.FAILED.equals(phase)
                && !pod.metadata().isBeingDeleted();
    }

    /** What the scheduler would do with a pod now. */
    Placement placement(Pod pod) {
        return scheduling.place(pod);
    }
}
