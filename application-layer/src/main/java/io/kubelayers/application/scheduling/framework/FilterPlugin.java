package io.kubelayers.application.scheduling.framework;

/** Says whether a pod may run on a node. A node is feasible when no filter rejects it; the first that does is reported. */
public interface FilterPlugin extends Plugin {
    /** Success, or a rejection whose reasons become part of {@code 0/3 nodes are available: …}. */
    Status filter(CycleState state, PodInfo pod, NodeInfo node);

    /**
     * The filter for one pod over the snapshot of the cycle. Whoever can tell more cheaply by a node's place than by the node
     * overrides it; the answers must be the same.
     */
    default NodeFilter filter(CycleState state, PodInfo pod) {
        var snapshot = state.snapshot();
        return place -> filter(state, pod, snapshot.node(place));
    }
}
