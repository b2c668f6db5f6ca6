package io.kubelayers.application.scheduling.framework;

/** Tries to make room when no node fits. Preemption is one. */
public interface PostFilterPlugin extends Plugin {
    /**
     * Called with the answer each node got.
     *
     * @param handle runs the filters again, on nodes as they might be
     */
    PostFilterResult postFilter(CycleState state, PodInfo pod, NodeStatuses statuses, FilterHandle handle);
}
