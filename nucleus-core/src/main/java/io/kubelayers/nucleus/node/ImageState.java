package io.kubelayers.nucleus.node;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the image of a container is.
 *
 * @param present whether it is on the node
 * @param pull the newest pull of it for this container, null if there was none
 */
public record ImageState(boolean present, @Nullable Pull pull) {
    /** An image on the node that nobody had to pull. */
    public static final ImageState PRESENT = new ImageState(true, null);

    /** An image that is not on the node, and that nobody has tried to pull. */
    public static final ImageState ABSENT = new ImageState(false, null);

    /**
     * A pull.
     *
     * @param attempt counts from 1
     * @param startedAt when it began
     * @param doneAt when it ended, null while it lasts
     * @param error why it failed, null if it did not
     */
    public record Pull(int attempt, Instant startedAt, @Nullable Instant doneAt, @Nullable String error) {
        /** How long it took; zero while it lasts. */
        Duration lasted() {
            return doneAt == null ? Duration.ZERO : Duration.between(startedAt, doneAt);
        }
    }
}
