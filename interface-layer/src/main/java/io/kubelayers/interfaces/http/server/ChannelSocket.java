package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.stream.ChannelException;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * Carries channels over a WebSocket. No thread waits: frames are read only while the channels take them, and sent one at a
 * time, so neither side holds more than a frame of what the other is too slow for. Public for Jetty, which calls it.
 */
public final class ChannelSocket implements Session.Listener {
    private final Channels channels;
    private final InstantSource clock;
    private final Executor executor;
    private final Scheduler scheduler;
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile @Nullable Sender sender;

    ChannelSocket(Channels channels, InstantSource clock, Executor executor, Scheduler scheduler) {
        this.channels = channels;
        this.clock = clock;
        this.executor = executor;
        this.scheduler = scheduler;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        var opened = new Sender(session);
        sender = opened;
        channels.onReady(opened::wake);
        session.demand();
        opened.iterate();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        var bytes = new byte[payload.remaining()];
        payload.get(bytes);
        callback.succeed();
        received(Frame.binary(bytes));
    }

    @Override
    public void onWebSocketText(String message) {
        received(Frame.text(message));
    }

    private void received(Frame frame) {
        var current = Objects.requireNonNull(sender, "a message before the connection was open");
        try {
            synchronized (channels) {
                channels.receive(frame);
            }
            held.set(true);
            current.wake();
        } catch (ChannelException e) {
            current.closeWith(StatusCode.PROTOCOL, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        release();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        release();
    }

    private void release() {
        if (released.compareAndSet(false, true)) {
            var current = sender;
            if (current != null) {
                current.alarm.cancel();
            }
            synchronized (channels) {
                channels.close();
            }
        }
    }

    /** Sends what the channels have, and lets the client send on when they take more. */
    private final class Sender extends IteratingCallback {
        private final Session session;
        private final Alarm alarm;
        private boolean closing;

        Sender(Session session) {
            this.session = session;
            this.alarm = new Alarm(scheduler, clock, this::wake);
        }

        void wake() {
            executor.execute(this::iterate);
        }

        void closeWith(int code, String reason) {
            session.close(code, reason, Callback.NOOP);
            release();
        }

        @Override
        protected Action process() {
            if (closing || released.get()) {
                return Action.IDLE;
            }
            synchronized (channels) {
                var frame = channels.poll();
                if (frame.isPresent()) {
                    send(session, frame.get());
                    return Action.SCHEDULED;
                }
                if (channels.ended()) {
                    closing = true;
                    session.close(StatusCode.NORMAL, "", Callback.NOOP);
                    release();
                    return Action.IDLE;
                }
                if (channels.wantsFrames() && held.compareAndSet(true, false)) {
                    session.demand();
                }
                alarm.set(channels.nextAt());
                return Action.IDLE;
            }
        }

        private void send(Session open, Frame frame) {
            var sent = Callback.from(this::succeeded, this::failed);
            if (frame.isText()) {
                open.sendText(frame.text(), sent);
            } else {
                open.sendBinary(ByteBuffer.wrap(frame.bytes()), sent);
            }
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            release();
        }
    }
}
