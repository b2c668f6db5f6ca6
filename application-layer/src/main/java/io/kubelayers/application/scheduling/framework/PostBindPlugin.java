package io.kubelayers.application.scheduling.framework;

/** Is told that a pod was bound. */
public interface PostBindPlugin extends Plugin {
    void postBind(CycleState state, PodInfo pod, String node);
}
