package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preStop hook that is going to fail.
 *
 * @param failsAt when, null if that is when its container ends: a command that takes longer than it may ends with it
 */
public record StopHook(@Nullable Instant failsAt) {
    /**
     * A hook that begins now.
     *
     * @param inTime whether it ends within the grace period
     * @param command whether it runs in the container
     * @return null if it will not fail
     */
    static @Nullable StopHook begin(HookAnswer answer, boolean inTime, boolean command, Instant now) {
        var lasts = answer.lasts();
        if (inTime && lasts != null) {
            return answer.success() ? null : new StopHook(now.plus(lasts));
        }
        return command ? new StopHook(null) : null;
    }

    /** Whether it has failed by now. */
    boolean hasFailed(boolean containerEnded, Instant now) {
        return containerEnded || failsAt != null && !failsAt.isAfter(now);
    }
}
