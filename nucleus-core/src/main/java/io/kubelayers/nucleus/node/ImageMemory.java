package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the agent remembers of the pulls of a container's image. A container that is given another image starts anew: the
 * kubelet's back-off is kept by pod and image.
 *
 * @param image the image
 * @param backoff delay between pulls of it
 * @param seen the last pull whose outcome was taken in: a failure that was told of, a success that a container was started by
 * @param failedAt when the last pull failed, null if none has
 */
public record ImageMemory(String image, Backoff backoff, int seen, @Nullable Instant failedAt) {
    /** Before there was anything to pull. */
    static final ImageMemory NONE = new ImageMemory("", Backoff.NONE, 0, null);

    /** The memory of that image, blank if it is about another one. */
    ImageMemory of(String other) {
        return image.equals(other) ? this : new ImageMemory(other, Backoff.NONE, 0, null);
    }

    ImageMemory afterFailure(int attempt, Instant now) {
        return new ImageMemory(image, backoff.next(now, now), attempt, now);
    }

    ImageMemory afterUse(int attempt) {
        return new ImageMemory(image, backoff, attempt, failedAt);
    }
}
