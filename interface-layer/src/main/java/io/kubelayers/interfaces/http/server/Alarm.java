package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.stream.NextLook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Wakes who sends a stream when something is to come, as far as the stream itself does not. */
final class Alarm {
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

    synchronized void set(Optional<Instant> next) {
        stop();
        if (!cancelled) {
            task = scheduler.schedule(wake, NextLook.millis(next, clock), TimeUnit.MILLISECONDS);
        }
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
