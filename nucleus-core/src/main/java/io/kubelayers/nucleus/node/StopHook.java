package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preStop hook that is going to fail.
 *
 * @param failsAt when, null if that is when its container ends: a command that takes longer than it may ends with it
 */
public record StopHook(@Nullable Instant failsAt) {
    /**
     * A hook that has begun.
     *
     * @param lasts how much of the grace period it takes
     * @param failing null if it will not fail
     */
    record Begun(Duration lasts, @Nullable StopHook failing) {}

    /** Begins the hook of a container, which has the grace period for it. */
    static Begun begin(ContainerRuntime runtime, Pod pod, Container container, Duration grace, Instant now) {
        var answer = runtime.hook(pod, container, HookKind.PRE_STOP, now);
        var lasts = answer.lasts();
        if (lasts != null && lasts.compareTo(grace) <= 0) {
            return new Begun(lasts, answer.success() ? null : new StopHook(now.plus(lasts)));
        }
        return new Begun(grace, HookKind.PRE_STOP.isCommand(container) ? new StopHook(null) : null);
    }

    /** Whether it has failed by now. */
    boolean hasFailed(boolean containerEnded, Instant now) {
        return containerEnded || failsAt != null && !failsAt.isAfter(now);
    }
}
