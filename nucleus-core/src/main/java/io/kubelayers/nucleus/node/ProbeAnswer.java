package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one probe of a container found (kubelet {@code probe/probe.go}).
 *
 * @param result how it turned out
 * @param message what is to be said of it, "" for nothing
 * @param steadyUntil until when the runtime knows that it would answer the same, null for ever: probing before that time
 *     can change nothing, so the agent saves itself the trouble. The time of the probe itself if nothing is known
 */
public record ProbeAnswer(Result result, String message, @Nullable Instant steadyUntil) {
    /** How a probe turns out. */
    public enum Result {
        SUCCESS,
        /** A success about which something is to be said, such as an answer that leads elsewhere. */
        WARNING,
        FAILURE,
        /** Nobody could ask, so that it counts for nothing. */
        ERROR
    }

    /** All is well. */
    public static ProbeAnswer success(@Nullable Instant steadyUntil) {
        return new ProbeAnswer(Result.SUCCESS, "", steadyUntil);
    }

    /** It is not as it should be. */
    public static ProbeAnswer failure(String message, @Nullable Instant steadyUntil) {
        return new ProbeAnswer(Result.FAILURE, message, steadyUntil);
    }

    /** Whether it counts as a success. */
    public boolean isSuccess() {
        return result == Result.SUCCESS || result == Result.WARNING;
    }
}
