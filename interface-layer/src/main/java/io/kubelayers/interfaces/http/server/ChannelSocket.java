package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.stream.ChannelException;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** Carries channels over a WebSocket. Public for Jetty, which calls it. */
public final class ChannelSocket implements Session.Listener {
    private final Channels channels;
    private final InstantSource clock;
    private final Executor executor;
    private final Scheduler scheduler;
    private final LongRunning running;
    private volatile @Nullable ChannelSender sender;

    ChannelSocket(Channels channels, InstantSource clock, Executor executor, Scheduler scheduler, LongRunning running) {
        this.channels = channels;
        this.clock = clock;
        this.executor = executor;
        this.scheduler = scheduler;
        this.running = running;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        var opened = new Sender(session);
        sender = opened;
        opened.startLater();
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
        var current = (Sender) Objects.requireNonNull(sender, "a message before the connection was open");
        try {
            current.received(frame);
        } catch (ChannelException e) {
            current.session.close(StatusCode.PROTOCOL, e.getMessage(), Callback.NOOP);
            current.release();
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
        var current = sender;
        if (current == null) {
            channels.close();
        } else {
            current.release();
        }
    }

    private final class Sender extends ChannelSender {
        private final Session session;

        Sender(Session session) {
            super(channels, clock, executor, scheduler, running);
            this.session = session;
        }

        @Override
        void send(Frame frame) {
            var sent = Callback.from(this::succeeded, this::failed);
            if (frame.isText()) {
                session.sendText(frame.text(), sent);
            } else {
                session.sendBinary(ByteBuffer.wrap(frame.bytes()), sent);
            }
        }

        @Override
        void read() {
            session.demand();
        }

        @Override
        void end() {
            session.close(StatusCode.NORMAL, "", Callback.NOOP);
        }

        @Override
        public void stop() {
            session.close(StatusCode.SHUTDOWN, "the server stops", Callback.NOOP);
            release();
        }
    }
}
