package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.Outbox;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.time.Instant;
import java.util.Optional;

/** A connection whose other end sends everything back. */
final class EchoConnection implements PortConnection {
    private final Outbox<byte[]> output = new Outbox<>();
    private volatile boolean over;

    @Override
    public Optional<byte[]> poll() {
        return output.poll();
    }

    @Override
    public boolean ended() {
        return over && output.isEmpty();
    }

    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public boolean wantsBytes() {
        return !output.isFull();
    }

    @Override
    public void send(byte[] bytes) {
        output.put(bytes.clone());
    }

    @Override
    public void sendEnded() {
        over = true;
        output.wake();
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public void onReady(Runnable wake) {
        output.onReady(wake);
    }

    @Override
    public void close() {
        over = true;
    }
}
