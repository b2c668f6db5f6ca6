package io.kubelayers.nucleus.streaming;

import java.util.Optional;

/** A log without a line. */
final class EmptyLog implements LogStream, StillSession {
    @Override
    public Optional<byte[]> poll() {
        return Optional.empty();
    }

    @Override
    public boolean ended() {
        return true;
    }
}
