package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When to look at a session again that has nothing to say now, as far as it does not wake by itself. Sessions are looked at
 * now and then in any case, since a simulated container tells nobody that it was stopped; on a virtual clock that is more
 * often, since nobody tells that the clock was moved.
 */
public final class NextLook {
    private static final long LOOK_MILLIS = 1000;
    private static final long VIRTUAL_LOOK_MILLIS = 20;

    private NextLook() {}

    /**
     * How long to wait, in milliseconds of real time; at least one.
     *
     * @param next when it will have more by itself, as far as that is known
     */
    public static long millis(Optional<Instant> next, InstantSource clock) {
        long most = clock instanceof VirtualClock ? VIRTUAL_LOOK_MILLIS : LOOK_MILLIS;
        if (next.isEmpty()) {
            return most;
        }
        var left = Duration.between(clock.instant(), next.get());
        long millis = left.toSeconds() > 1 ? LOOK_MILLIS : left.toMillis() + 1;
        return Math.max(1, Math.min(most, millis));
    }
}
