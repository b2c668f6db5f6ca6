package io.kubelayers.nucleus.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A growing delay between attempts: 10 s, doubled each time up to 5 min; forgotten when there was peace for 10 min
 * (client-go {@code util/flowcontrol/backoff.go}, kubelet {@code MaxContainerBackOff}).
 *
 * @param delay the delay in force
 * @param setAt when it was set, null if there is none yet
 */
public record Backoff(Duration delay, @Nullable Instant setAt) {
    /** No delay yet. */
    public static final Backoff NONE = new Backoff(Duration.ZERO, null);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(300);
    private static final Duration PEACE = LONGEST.multipliedBy(2);

    /** Until when to wait after an event of that time, if at all. */
    public Optional<Instant> until(Instant event) {
        return setAt == null || isForgottenAt(event) ? Optional.empty() : Optional.of(event.plus(delay));
    }

    /** The delay after the next event, which was followed by an attempt now. */
    public Backoff next(Instant event, Instant now) {
        if (setAt == null || isForgottenAt(event)) {
            return new Backoff(FIRST, now);
        }
        var doubled = delay.multipliedBy(2);
        return new Backoff(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled, now);
    }

    private boolean isForgottenAt(Instant event) {
        return setAt != null && Duration.between(setAt, event).compareTo(PEACE) > 0;
    }

    /** The delay as Go writes durations: {@code 40s}, {@code 1m20s}. */
    String text() {
        return goText(delay);
    }

    /** A duration of whole milliseconds as Go writes it. */
    static String goText(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return duration.toMillis() == 0 ? "0s" : duration.toMillis() + "ms";
        }
        var rest = duration.toMillisPart() == 0
                ? ""
                : ("." + String.format("%03d", duration.toMillisPart())).replaceAll("0+$", "");
        var text = seconds % 60 + rest + "s";
        if (seconds >= 60) {
            text = seconds / 60 % 60 + "m" + text;
        }
        return seconds >= 3600 ? seconds / 3600 + "h" + text : text;
    }
}
