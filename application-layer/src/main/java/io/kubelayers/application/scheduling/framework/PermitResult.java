package io.kubelayers.application.scheduling.framework;

import java.time.Duration;

/**
 * What a {@link PermitPlugin} answers.
 *
 * @param status success, a rejection, or {@link Status.Code#WAIT}
 * @param timeout how long to wait at most, at most 15 minutes; the pod is rejected when it passes
 */
public record PermitResult(Status status, Duration timeout) {
    /** Upstream's {@code maxTimeout}: no pod waits longer. */
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(15);

    public PermitResult {
        timeout = timeout.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : timeout;
    }

    public static PermitResult allow() {
        return new PermitResult(Status.success(), Duration.ZERO);
    }

    public static PermitResult reject(String reason) {
        return new PermitResult(Status.unschedulable(reason), Duration.ZERO);
    }

    public static PermitResult waitFor(Duration timeout) {
        return new PermitResult(Status.waiting(), timeout);
    }
}
