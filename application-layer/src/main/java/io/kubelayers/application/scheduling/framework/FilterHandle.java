package io.kubelayers.application.scheduling.framework;

import java.util.List;

/** The filters of the profile, for plugins that ask "would the pod fit if …". */
public interface FilterHandle {
    /**
     * What the filters say of this node, with the pods nominated to it that are at least as important as the pod
     * counted in (and also without them, as upstream does).
     */
    Status filter(CycleState state, PodInfo pod, NodeInfo node);

    /** The extenders of the scheduler, in the order in which they are asked. */
    default List<Extender> extenders() {
        return List.of();
    }

    /** Tells every PreFilter plugin that {@code added} is now on {@code node}. */
    Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node);

    /** Tells every PreFilter plugin that {@code removed} is no longer on {@code node}. */
    Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node);
}
