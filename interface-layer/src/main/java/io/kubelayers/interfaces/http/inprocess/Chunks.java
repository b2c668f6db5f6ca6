package io.kubelayers.interfaces.http.inprocess;

import io.kubelayers.interfaces.http.EventStream;
import io.kubelayers.interfaces.http.HttpResponse.Bytes;
import io.kubelayers.interfaces.http.HttpResponse.Payload;
import io.kubelayers.interfaces.http.LogBody;
import io.kubelayers.nucleus.streaming.LogStream;
import java.time.Duration;
import java.util.Optional;

/** The body of an answer, piece by piece, whatever it is: pull based, never blocks. Not safe for use by several threads. */
public sealed interface Chunks extends AutoCloseable {
    /** The body of an answer. */
    static Chunks of(Payload payload) {
        if (payload instanceof EventStream events) {
            return new Events(events);
        }
        if (payload instanceof LogBody body) {
            return new Log(body.log());
        }
        if (payload instanceof Bytes whole) {
            return new Whole(whole);
        }
        throw new IllegalArgumentException("not a body: " + payload.getClass().getSimpleName());
    }

    /** The next piece; empty if there is none now. */
    Optional<byte[]> poll();

    /** Whether nothing will come any more. */
    boolean ended();

    /** Whether pieces come as time goes by; otherwise all of them are there already. */
    boolean live();

    /** How long pieces may come at most. */
    Duration timeout();

    /** How often to look for more though nothing wakes; zero if there is always a wake. */
    default Duration lookEvery() {
        return Duration.ZERO;
    }

    /** Runs something whenever there may be more to poll; it must be short. */
    void onMore(Runnable wake);

    @Override
    void close();

    /** A body that is there already. */
    final class Whole implements Chunks {
        private final byte[] bytes;
        private boolean taken;

        private Whole(Bytes body) {
            this.bytes = body.bytes();
        }

        @Override
        public Optional<byte[]> poll() {
            boolean first = !taken;
            taken = true;
            return first && bytes.length > 0 ? Optional.of(bytes) : Optional.empty();
        }

        @Override
        public boolean ended() {
            return taken || bytes.length == 0;
        }

        @Override
        public boolean live() {
            return false;
        }

        @Override
        public Duration timeout() {
            return Duration.ZERO;
        }

        @Override
        public void onMore(Runnable wake) {}

        @Override
        public void close() {
            taken = true;
        }
    }

    /** The events of a watch. */
    final class Events implements Chunks {
        private final EventStream events;

        private Events(EventStream events) {
            this.events = events;
        }

        @Override
        public Optional<byte[]> poll() {
            return events.poll();
        }

        @Override
        public boolean ended() {
            return events.ended();
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public Duration timeout() {
            return events.timeout();
        }

        @Override
        public void onMore(Runnable wake) {
            events.onEvents(wake);
        }

        @Override
        public void close() {
            events.close();
        }
    }

    /** The log of a container. It moves with the cluster's clock, of which nobody tells, so it is looked at. */
    final class Log implements Chunks {
        private final LogStream log;

        private Log(LogStream log) {
            this.log = log;
        }

        @Override
        public Optional<byte[]> poll() {
            return log.poll();
        }

        @Override
        public boolean ended() {
            return log.ended();
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public Duration timeout() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofMillis(20);
        }

        @Override
        public void onMore(Runnable wake) {
            log.onReady(wake);
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
