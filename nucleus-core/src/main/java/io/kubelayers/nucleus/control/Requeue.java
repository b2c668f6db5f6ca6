package io.kubelayers.nucleus.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a reconciler wants to see a request again although nothing changed.
 *
 * @param after how long from now; null for never
 */
public record Requeue(@Nullable Duration after) {
    private static final Requeue NEVER = new Requeue(null);

    /** Only when something changes. */
    public static Requeue never() {
        return NEVER;
    }

    public static Requeue after(Duration delay) {
        return new Requeue(delay);
    }

    /** The earlier of two wishes. */
    public Requeue or(Requeue other) {
        if (after == null) {
            return other;
        }
        return other.after == null || after.compareTo(other.after) <= 0 ? this : other;
    }
}
