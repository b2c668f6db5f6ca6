package io.kubelayers.nucleus.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to, so that a day of cluster life takes milliseconds. */
public final class VirtualClock implements InstantSource {
    private volatile Instant now;

    private VirtualClock(Instant now) {
        this.now = now;
    }

    public static VirtualClock at(Instant start) {
        return new VirtualClock(start);
    }

    /** A clock that stands at an ISO-8601 instant such as {@code 2026-01-01T00:00:00Z}. */
    public static VirtualClock at(String start) {
        return new VirtualClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException if the instant lies in the past
     */
    public void advanceTo(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("time can't run backwards: from " + now + " to " + instant);
        }
        now = instant;
    }

    public void advance(Duration duration) {
        advanceTo(now.plus(duration));
    }

    /** A clock of its own that stands at the same instant. */
    public VirtualClock fork() {
        return new VirtualClock(now);
    }
}
