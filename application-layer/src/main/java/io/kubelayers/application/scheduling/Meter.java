package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures extension points, where somebody wants to know. */
final class Meter {
    /** Nobody does. */
    static final Meter NONE = new Meter("", null, SchedulerMetrics.NONE);

    private final String profile;
    private final @Nullable InstantSource clock;
    private final SchedulerMetrics metrics;

    private Meter(String profile, @Nullable InstantSource clock, SchedulerMetrics metrics) {
        this.profile = profile;
        this.clock = clock;
        this.metrics = metrics;
    }

    static Meter of(String profile, InstantSource clock, SchedulerMetrics metrics) {
        return metrics == SchedulerMetrics.NONE ? NONE : new Meter(profile, clock, metrics);
    }

    /** When it is now; some instant if nobody wants to know. */
    Instant start() {
        return clock == null ? Instant.EPOCH : clock.instant();
    }

    void stop(ExtensionPoint point, Status.Code outcome, Instant start) {
        if (clock != null) {
            metrics.ran(profile, point, outcome, Duration.between(start, clock.instant()));
        }
    }

    Status measure(ExtensionPoint point, Supplier<Status> work) {
        if (clock == null) {
            return work.get();
        }
        var start = start();
        var status = work.get();
        stop(point, status.code(), start);
        return status;
    }
}
