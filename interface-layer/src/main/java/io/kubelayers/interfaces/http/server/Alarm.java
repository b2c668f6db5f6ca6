package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who sends a stream when something is to come, as far as the stream itself does not. Streams are looked at now and
 * then in any case, since a simulated container tells nobody that it was stopped; on a virtual clock that is more often,
 * since nobody tells that the clock was moved.
 */
final class Alarm {
    private static final long LOOK_MILLIS = 1000;
    private static final long VIRTUAL_LOOK_MILLIS = 20;

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Runnable wake;
    private Scheduler.@Nullable Task task;
    private boolean cancelled;

    Alarm(Scheduler scheduler, InstantSource clock, Runnable wake) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.wake = wake;
    }

    synchronized void set(Optional<Instant> nextAt) {
        stop();
        if (!cancelled) {
            task = scheduler.schedule(wake, millis(nextAt), TimeUnit.MILLISECONDS);
        }
    }

    private long millis(Optional<Instant> nextAt) {
        long most = clock instanceof VirtualClock ? VIRTUAL_LOOK_MILLIS : LOOK_MILLIS;
        if (nextAt.isEmpty()) {
            return most;
        }
        long left = Duration.between(clock.instant(), nextAt.get()).toSeconds() > 1
                ? LOOK_MILLIS
                : Duration.between(clock.instant(), nextAt.get()).toMillis() + 1;
        return Math.max(1, Math.min(most, left));
    }

    synchronized void cancel() {
        cancelled = true;
        stop();
    }

    private void stop() {
        if (task != null) {
            task.cancel();
            task = null;
        }
    }
}
