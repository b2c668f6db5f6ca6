package io.kubelayers.interfaces.testkit.clientjava;

import io.kubelayers.interfaces.http.stream.ChannelException;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import io.kubelayers.interfaces.http.stream.NextLook;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okio.Buffer;
import okio.Sink;
import okio.Socket;
import okio.Source;
import okio.Timeout;

/**
 * What OkHttp takes for a socket after its connection became a web socket: the bytes it writes are messages to channels, the
 * bytes it reads are theirs. Reads wait, and writes while the channels take nothing; OkHttp has a thread for each.
 */
final class WebSocketEnd implements Socket {
    private static final short NORMAL = 1000;
    private static final short PROTOCOL_ERROR = 1002;

    private final Channels channels;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Buffer in = new Buffer();
    private final Buffer out = new Buffer();
    private boolean said;
    private boolean cancelled;

    private WebSocketEnd(Channels channels, InstantSource clock) {
        this.channels = channels;
        this.clock = clock;
    }

    static WebSocketEnd of(Channels channels, InstantSource clock) {
        var end = new WebSocketEnd(channels, clock);
        // whoever wakes may hold what a reader waits for, so nobody is made to wait for the lock
        channels.onReady(() -> ForkJoinPool.commonPool().execute(end::wake));
        return end;
    }

    private void wake() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Source getSource() {
        return new Outgoing();
    }

    @Override
    public Sink getSink() {
        return new Incoming();
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            channels.close();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change, or until it is time to look at the channels again. */
    private void await() throws IOException {
        try {
            change.await(NextLook.millis(channels.nextAt(), clock), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private void say(int opcode, byte[] content) {
        if (!said) {
            WebSocketBytes.put(opcode, content, out);
            change.signalAll();
        }
    }

    /** Closes the web socket behind what was said; the other end answers by closing its own. */
    private void sayClosed(byte[] why) {
        say(WebSocketBytes.CLOSE, why);
        said = true;
        channels.close();
    }

    private static byte[] why(short code, String reason) {
        return new Buffer().writeShort(code).writeUtf8(reason).readByteArray();
    }

    /** What the client reads. */
    private final class Outgoing implements Source {
        @Override
        public long read(Buffer into, long most) throws IOException {
            lock.lock();
            try {
                while (true) {
                    if (cancelled) {
                        throw new IOException("closed");
                    }
                    fill();
                    if (out.size() > 0) {
                        return out.read(into, most);
                    }
                    if (said) {
                        return -1;
                    }
                    await();
                }
            } finally {
                lock.unlock();
            }
        }

        private void fill() {
            if (out.size() > 0 || said) {
                return;
            }
            var frame = channels.poll();
            if (frame.isPresent()) {
                say(
                        frame.get().isText() ? WebSocketBytes.TEXT : WebSocketBytes.BINARY,
                        frame.get().bytes());
            } else if (channels.ended()) {
                sayClosed(why(NORMAL, ""));
            }
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            cancel();
        }
    }

    /** What the client writes. */
    private final class Incoming implements Sink {
        @Override
        public void write(Buffer from, long count) throws IOException {
            lock.lock();
            try {
                in.write(from, count);
                for (var message = WebSocketBytes.take(in); message != null; message = WebSocketBytes.take(in)) {
                    receive(message);
                }
            } finally {
                lock.unlock();
            }
        }

        private void receive(WebSocketBytes.Message message) throws IOException {
            switch (message.opcode()) {
                case WebSocketBytes.TEXT -> pass(Frame.text(new String(message.content(), StandardCharsets.UTF_8)));
                case WebSocketBytes.BINARY -> pass(Frame.binary(message.content()));
                case WebSocketBytes.PING -> say(WebSocketBytes.PONG, message.content());
                case WebSocketBytes.CLOSE -> sayClosed(message.content());
                default -> {
                    // a pong needs no answer
                }
            }
        }

        private void pass(Frame frame) throws IOException {
            while (!said && !cancelled && !channels.wantsFrames()) {
                await();
            }
            if (said || cancelled) {
                return;
            }
            try {
                channels.receive(frame);
            } catch (ChannelException e) {
                sayClosed(why(PROTOCOL_ERROR, String.valueOf(e.getMessage())));
            }
            change.signalAll();
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            cancel();
        }
    }
}
