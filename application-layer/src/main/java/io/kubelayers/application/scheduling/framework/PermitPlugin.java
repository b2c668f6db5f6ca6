package io.kubelayers.application.scheduling.framework;

/** The last word before binding: yes, no, or wait (a gang waits for its other members). */
public interface PermitPlugin extends Plugin {
    PermitResult permit(CycleState state, PodInfo pod, String node);
}
