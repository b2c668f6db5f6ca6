package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.streaming.Outbox;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A TCP connection to a server of this machine, as a connection to a port of a pod. No thread waits for it. */
final class LocalConnection implements PortConnection {
    private static final int PIECE = 32 * 1024;

    /** Pieces of the client that wait to be written. */
    private static final int ROOM = 16;

    private final AsynchronousSocketChannel channel;
    private final Outbox<byte[]> input = new Outbox<>();
    private final Queue<ByteBuffer> unwritten = new ArrayDeque<>();
    private boolean connected;
    private boolean writing;
    private boolean reading;
    private boolean sendEnded;
    private boolean over;
    private @Nullable String failure;

    private LocalConnection(AsynchronousSocketChannel channel) {
        this.channel = channel;
    }

    static LocalConnection open(SocketAddress server) {
        try {
            var connection = new LocalConnection(AsynchronousSocketChannel.open());
            connection.channel.connect(server, null, connection.then(nothing -> connection.connected()));
            return connection;
        } catch (IOException e) {
            throw new IllegalStateException("can't open a socket", e);
        }
    }

    private <T> CompletionHandler<T, @Nullable Object> then(Consumer<T> action) {
        return new CompletionHandler<>() {
            @Override
            public void completed(T result, @Nullable Object attachment) {
                action.accept(result);
            }

            @Override
            public void failed(Throwable cause, @Nullable Object attachment) {
                fail(cause);
            }
        };
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            if (!over) {
                over = true;
                failure = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            }
        }
        close();
        input.wake();
    }

    private void connected() {
        synchronized (this) {
            connected = true;
        }
        write();
        read();
        input.wake();
    }

    private synchronized void read() {
        if (!connected || reading || over || input.isFull()) {
            return;
        }
        reading = true;
        var buffer = ByteBuffer.allocate(PIECE);
        channel.read(buffer, null, then(count -> wasRead(count, buffer)));
    }

    private void wasRead(int count, ByteBuffer buffer) {
        synchronized (this) {
            reading = false;
            over |= count < 0;
        }
        if (count > 0) {
            var bytes = new byte[count];
            buffer.flip().get(bytes);
            input.put(bytes);
        } else {
            input.wake();
        }
        read();
    }

    private synchronized void write() {
        var next = unwritten.peek();
        if (!connected || writing || failure != null) {
            return;
        }
        if (next == null) {
            shutOutput();
            return;
        }
        writing = true;
        channel.write(next, null, then(count -> wasWritten(next)));
    }

    private void wasWritten(ByteBuffer piece) {
        synchronized (this) {
            writing = false;
            if (!piece.hasRemaining()) {
                unwritten.poll();
            }
        }
        write();
        input.wake();
    }

    private void shutOutput() {
        if (sendEnded) {
            try {
                channel.shutdownOutput();
            } catch (IOException gone) {
                // then nobody reads it anyway
            }
        }
    }

    @Override
    public Optional<byte[]> poll() {
        var bytes = input.poll();
        read();
        return bytes;
    }

    @Override
    public synchronized boolean ended() {
        return over && input.isEmpty();
    }

    @Override
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized boolean wantsBytes() {
        return over || unwritten.size() < ROOM;
    }

    @Override
    public void send(byte[] bytes) {
        synchronized (this) {
            unwritten.add(ByteBuffer.wrap(bytes.clone()));
        }
        write();
    }

    @Override
    public void sendEnded() {
        synchronized (this) {
            sendEnded = true;
        }
        write();
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.empty();
    }

    @Override
    public void onReady(Runnable wake) {
        input.onReady(wake);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // closed is closed
        }
    }
}
