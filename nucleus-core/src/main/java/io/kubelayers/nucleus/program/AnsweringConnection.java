package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.Outbox;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A connection whose other end says something only when it is sent something, and then at once. */
abstract class AnsweringConnection implements PortConnection {
    private static final int PIECE = 32 * 1024;

    private final Outbox<byte[]> output = new Outbox<>();
    private volatile boolean over;

    /** Says something, in pieces as a network would bring it. */
    final void answer(byte[] bytes) {
        if (bytes.length <= PIECE) {
            output.put(bytes);
            return;
        }
        for (int from = 0; from < bytes.length; from += PIECE) {
            output.put(Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length)));
        }
    }

    /** Says nothing more. */
    final void hangUp() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    @Override
    public final Optional<byte[]> poll() {
        return output.poll();
    }

    @Override
    public final boolean ended() {
        return over && output.isEmpty();
    }

    @Override
    public final Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public final boolean wantsBytes() {
        return !output.isFull();
    }

    @Override
    public final void sendEnded() {
        over = true;
        output.wake();
    }

    @Override
    public final Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public final void onReady(Runnable wake) {
        output.onReady(wake);
    }

    @Override
    public final void close() {
        over = true;
    }
}
