package io.kubelayers.nucleus.streaming;

import java.time.Instant;
import java.util.Optional;

/** A session in which nothing will happen: whatever it has to say it says at once, and it holds nothing. */
public interface StillSession extends Session {
    @Override
    default Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    default void onReady(Runnable wake) {
        // nothing ever comes
    }

    @Override
    default void close() {
        // nothing is held
    }
}
