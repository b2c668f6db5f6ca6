package io.kubelayers.nucleus.node;

import java.time.Duration;

/**
 * How to stop a container: its preStop hook first, then the stop signal, and when the grace is over the kill.
 *
 * @param grace time for all of it
 * @param preStop how long the hook takes before the stop signal is sent
 */
public record StopRequest(Duration grace, Duration preStop) {
    /** What every container is given to end after the stop signal, whatever its hook has left of the grace. */
    static final Duration LEAST = Duration.ofSeconds(2);

    /**
     * When it is killed at the latest: the kubelet counts the hook in whole seconds ({@code kuberuntime_container.go},
     * killContainer).
     */
    public Duration killAfter() {
        var left = grace.minusSeconds(preStop.toSeconds());
        return preStop.plus(left.compareTo(LEAST) < 0 ? LEAST : left);
    }
}
