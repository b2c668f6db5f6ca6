package io.kubelayers.application.scheduling.framework;

/** Binds the pod to the node. The first that does not skip is the only one. */
public interface BindPlugin extends Plugin {
    Status bind(CycleState state, PodInfo pod, String node);
}
