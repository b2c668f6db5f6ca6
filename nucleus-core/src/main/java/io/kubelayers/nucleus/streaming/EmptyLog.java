package io.kubelayers.nucleus.streaming;

import java.time.Instant;
import java.util.Optional;

/** A log without a line. */
final class EmptyLog implements LogStream {
    @Override
    public Optional<byte[]> poll() {
        return Optional.empty();
    }

    @Override
    public boolean ended() {
        return true;
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public void onReady(Runnable wake) {
        // nothing ever comes
    }

    @Override
    public void close() {
        // nothing is held
    }
}
