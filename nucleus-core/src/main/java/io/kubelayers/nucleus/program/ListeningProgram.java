package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.streaming.Outbox;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A connection to a port on which a program listens. Each gets a program of its own, which has done by then what it does
 * until it listens; it ends with the connection.
 */
public final class ListeningProgram implements PortConnection {
    private static final int MOST_TURNS = 10_000;

    private final ProgramRun run;
    private final Outbox<byte[]> output = new Outbox<>();
    private final Peer peer = new Peer();

    private ListeningProgram(ProgramRun run) {
        this.run = run;
    }

    /**
     * Connects to a program that was started some time ago; empty if it does not listen on that port now.
     *
     * @param start when it was started
     * @param clock what time it is now, and later
     */
    public static Optional<PortConnection> connect(
            Program program, Surroundings where, List<String> command, int port, Instant start, InstantSource clock) {
        var time = new LateClock(start, clock);
        var run = ProgramRun.start(program, where, command, false, time, Optional::empty);
        run.inputEnded();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            drain(run);
            var listener = run.listener(port);
            var next = run.nextAt();
            if (listener.isPresent() && (next.isEmpty() || next.get().isAfter(clock.instant()))) {
                time.catchUp();
                var connection = new ListeningProgram(run);
                listener.get().accept(connection.peer);
                return Optional.of(connection);
            }
            if (next.isEmpty() || next.get().isAfter(clock.instant())) {
                break;
            }
            time.set(next.get());
        }
        run.close();
        return Optional.empty();
    }

    private static void drain(ProgramRun run) {
        while (run.poll().isPresent()) {
            // what it writes is in the log of the container
        }
    }

    /** The other end, as the program sees it. */
    private final class Peer implements PortPeer {
        private Consumer<byte[]> reader = bytes -> {};
        private Runnable onEnd = () -> {};
        private boolean over;

        @Override
        public void send(byte[] bytes) {
            output.put(bytes.clone());
        }

        @Override
        public void sendEnded() {
            over = true;
        }

        @Override
        public void onBytes(Consumer<byte[]> listener) {
            reader = listener;
        }

        @Override
        public void onEnd(Runnable action) {
            onEnd = action;
        }
    }

    @Override
    public void send(byte[] bytes) {
        peer.reader.accept(bytes.clone());
    }

    @Override
    public void sendEnded() {
        peer.onEnd.run();
    }

    @Override
    public Optional<byte[]> poll() {
        drain(run);
        return output.poll();
    }

    @Override
    public boolean ended() {
        return (peer.over || run.exit().isPresent()) && output.isEmpty();
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
    public Optional<Instant> nextAt() {
        return run.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        output.onReady(wake);
    }

    @Override
    public void close() {
        run.close();
    }
}
