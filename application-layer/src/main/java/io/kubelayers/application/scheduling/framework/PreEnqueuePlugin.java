package io.kubelayers.application.scheduling.framework;

/**
 * Decides whether a pod may be tried at all. Asked before a pod enters the active or the back-off queue; a pod that is
 * refused is <em>gated</em>: it costs no scheduling cycle until something changes.
 */
public interface PreEnqueuePlugin extends Plugin {
    /** {@link Status.Code#SUCCESS}, or {@link Status.Code#UNSCHEDULABLE_AND_UNRESOLVABLE} with what it waits for. */
    Status preEnqueue(PodInfo pod);
}
