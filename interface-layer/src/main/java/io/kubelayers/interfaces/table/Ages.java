package io.kubelayers.interfaces.table;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Durations as people read them: {@code 90s}, {@code 5m30s}, {@code 2d3h}. The longer ago, the coarser (apimachinery
 * {@code util/duration}, HumanDuration).
 */
public final class Ages {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24;
    private static final long YEAR = 365 * DAY;

    private Ages() {}

    /** Time since an instant; {@code <unknown>} if it is not known. */
    public static String since(@Nullable Instant instant, Instant now) {
        return instant == null ? "<unknown>" : of(Duration.between(instant, now));
    }

    /** A duration in at most two units; {@code <invalid>} if it is negative by more than clocks differ. */
    public static String of(Duration duration) {
        long seconds = duration.toMillis() / 1000;
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 2 * MINUTE) {
            return Math.max(seconds, 0) + "s";
        }
        long minutes = seconds / MINUTE;
        if (minutes < 10) {
            return two(minutes, "m", seconds % MINUTE, "s");
        }
        if (minutes < 3 * 60) {
            return minutes + "m";
        }
        return ofHours(seconds / HOUR, minutes % 60);
    }

    private static String ofHours(long hours, long minutes) {
        if (hours < 8) {
            return two(hours, "h", minutes, "m");
        }
        if (hours < 2 * DAY) {
            return hours + "h";
        }
        if (hours < 8 * DAY) {
            return two(hours / DAY, "d", hours % DAY, "h");
        }
        if (hours < 2 * YEAR) {
            return hours / DAY + "d";
        }
        if (hours < 8 * YEAR) {
            return two(hours / YEAR, "y", hours / DAY % 365, "d");
        }
        return hours / YEAR + "y";
    }

    private static String two(long coarse, String coarseUnit, long fine, String fineUnit) {
        return fine == 0 ? coarse + coarseUnit : coarse + coarseUnit + fine + fineUnit;
    }
}
