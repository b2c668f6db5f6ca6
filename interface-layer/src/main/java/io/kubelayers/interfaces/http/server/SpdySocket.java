package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.stream.ChannelException;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/** Carries channels over a socket that spoke HTTP before, as bare bytes in both directions. */
final class SpdySocket extends AbstractConnection implements Connection.UpgradeTo {
    private static final int BUFFER = 32 * 1024;

    private final Sender sender;
    private final Duration idle;

    SpdySocket(
            EndPoint socket,
            Request request,
            Channels channels,
            InstantSource clock,
            Duration idle,
            LongRunning running) {
        super(socket, request.getComponents().getExecutor());
        this.idle = idle;
        this.sender = new Sender(request, channels, clock, running);
    }

    /** What the client has sent already behind its request. */
    @Override
    public void onUpgradeTo(ByteBuffer early) {
        if (BufferUtil.hasContent(early)) {
            sender.received(Frame.binary(BufferUtil.toArray(early)));
        }
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(idle.toMillis());
        sender.start();
        fillInterested();
    }

    @Override
    public void onFillable() {
        var buffer = BufferUtil.allocate(BUFFER);
        try {
            int read = getEndPoint().fill(buffer);
            if (read < 0) {
                close();
            } else if (read == 0) {
                fillInterested();
            } else {
                sender.received(Frame.binary(BufferUtil.toArray(buffer)));
            }
        } catch (IOException | ChannelException broken) {
            close();
        }
    }

    @Override
    public void onClose(Throwable cause) {
        sender.release();
        super.onClose(cause);
    }

    private final class Sender extends ChannelSender {
        Sender(Request request, Channels channels, InstantSource clock, LongRunning running) {
            super(
                    channels,
                    clock,
                    request.getComponents().getExecutor(),
                    request.getComponents().getScheduler(),
                    running);
        }

        @Override
        void send(Frame frame) {
            getEndPoint().write(this, ByteBuffer.wrap(frame.bytes()));
        }

        @Override
        void read() {
            fillInterested();
        }

        @Override
        void end() {
            close();
        }

        @Override
        public void stop() {
            close();
        }
    }
}
