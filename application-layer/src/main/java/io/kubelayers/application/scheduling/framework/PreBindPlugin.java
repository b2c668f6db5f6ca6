package io.kubelayers.application.scheduling.framework;

/** Does what must be done before the pod is bound, such as binding its volumes. */
public interface PreBindPlugin extends Plugin {
    Status preBind(CycleState state, PodInfo pod, String node);
}
