package io.kubelayers.application.scheduling.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How long pods wait between attempts.
 *
 * @param initialBackoff after the first failure; doubles with each
 * @param maxBackoff never longer than this
 * @param maxUnschedulable try a pod again after this time even if nothing happened that would help it
 */
public record QueueTimes(Duration initialBackoff, Duration maxBackoff, Duration maxUnschedulable) {
    /** Back-offs end with whole seconds, so that those that end together are ordered by priority (KEP-5142). */
    static final Duration WINDOW = Duration.ofSeconds(1);

    /** Upstream's: 1 s to 10 s, and 5 minutes. */
    public static QueueTimes standard() {
        return new QueueTimes(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    /** The back-off after so many failures. */
    public Duration backoff(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        var backoff = initialBackoff;
        for (int i = 1; i < failures && backoff.compareTo(maxBackoff) < 0; i++) {
            backoff = backoff.multipliedBy(2);
        }
        return backoff.compareTo(maxBackoff) > 0 ? maxBackoff : backoff;
    }

    /** The start of the window in which a back-off ends. */
    static Instant window(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }
}
