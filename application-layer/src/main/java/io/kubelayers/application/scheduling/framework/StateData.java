package io.kubelayers.application.scheduling.framework;

/**
 * A value in a {@link CycleState} that {@link PreFilterPlugin#addPod} and {@link PreFilterPlugin#removePod} change. A
 * value that is never changed after it was written needs no copy and need not implement this.
 */
public interface StateData {
    /** A copy that may be changed without the original noticing. */
    StateData copy();
}
