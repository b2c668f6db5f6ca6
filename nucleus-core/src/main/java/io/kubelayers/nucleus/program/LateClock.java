package io.kubelayers.nucleus.program;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that shows an earlier time until it has caught up. */
final class LateClock implements InstantSource {
    private final InstantSource clock;
    private Instant shown;
    private boolean late = true;

    LateClock(Instant shown, InstantSource clock) {
        this.clock = clock;
        this.shown = shown;
    }

    void set(Instant time) {
        shown = time;
    }

    void catchUp() {
        late = false;
    }

    @Override
    public Instant instant() {
        return late ? shown : clock.instant();
    }
}
