package io.kubelayers.nucleus.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last event said, and when it is due again. An event whose cause lasts is said again after delays that double,
 * so that its count grows and it never expires; an occasion is told of once.
 *
 * @param text what was said; "" if nothing was
 * @param delay how long it is not said again
 * @param againAt when it is due again, null for never
 */
public record Told(String text, Duration delay, @Nullable Instant againAt) {
    /** Nothing was said yet. */
    public static final Told NOTHING = new Told("", Duration.ZERO, null);

    /** How fast something is said again. */
    enum Pace {
        /** As volumes are tried ({@code goroutinemap/exponentialbackoff}). */
        VOLUME(Duration.ofMillis(500), Duration.ofSeconds(122)),

        /**
         * As pods are synced, 10 s after an error; made slower because the kubelet's event recorder lets only one event in
         * five minutes pass after the first ones ({@code tools/record/events_cache.go}).
         */
        SYNC(Duration.ofSeconds(10), Duration.ofSeconds(300));

        private final Duration first;
        private final Duration longest;

        Pace(Duration first, Duration longest) {
            this.first = first;
            this.longest = longest;
        }

        private Duration after(Duration delay) {
            var doubled = delay.isZero() ? first : delay.multipliedBy(2);
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }

    /** The memory of saying this now; empty if it was what was said last. */
    Optional<Told> once(String now) {
        return now.equals(text) ? Optional.empty() : Optional.of(new Told(now, Duration.ZERO, null));
    }

    /** The memory of saying this now; empty if it was what was said last and is not due again. */
    Optional<Told> again(String said, Pace pace, Instant now) {
        boolean same = said.equals(text);
        if (same && (againAt == null || againAt.isAfter(now))) {
            return Optional.empty();
        }
        var next = pace.after(same ? delay : Duration.ZERO);
        return Optional.of(new Told(said, next, now.plus(next)));
    }
}
