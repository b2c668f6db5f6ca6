package io.kubelayers.application.scheduling.framework;

import java.time.Duration;

/** Does what must be done before the pod is bound, such as binding its volumes. */
public interface PreBindPlugin extends Plugin {
    /**
     * Success when all is done; {@link Status.Code#WAIT} when it has begun and others must finish it: then it is asked
     * again whenever something changed, with the same values in the state, until {@link #patience} runs out.
     */
    Status preBind(CycleState state, PodInfo pod, String node);

    /** How long it may answer that it waits. */
    default Duration patience() {
        return Duration.ofMinutes(10);
    }
}
