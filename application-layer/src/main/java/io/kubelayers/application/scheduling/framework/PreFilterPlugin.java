package io.kubelayers.application.scheduling.framework;

/**
 * Looks at the pod once before any node is tried: computes what Filter needs, narrows the nodes, or rejects the pod.
 *
 * <p>What it wrote to the state may depend on the pods that are on the nodes. Then {@link #addPod} and
 * {@link #removePod} (upstream's {@code PreFilterExtensions}) keep it true while the framework tries a node with
 * nominated pods added or victims of preemption removed.
 */
public interface PreFilterPlugin extends Plugin {
    PreFilterResult preFilter(CycleState state, PodInfo pod);

    /** The state if {@code added} were on {@code node}, which has it already. */
    default Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
        return Status.success();
    }

    /** The state if {@code removed} were not on {@code node}, which has lost it already. */
    default Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
        return Status.success();
    }
}
