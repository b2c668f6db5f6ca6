package io.kubelayers.application.scheduling.framework;

/** Says whether a pod may run on a node. A node is feasible when no filter rejects it; the first that does is reported. */
public interface FilterPlugin extends Plugin {
    /** Success, or a rejection whose reasons become part of {@code 0/3 nodes are available: …}. */
    Status filter(CycleState state, PodInfo pod, NodeInfo node);
}
