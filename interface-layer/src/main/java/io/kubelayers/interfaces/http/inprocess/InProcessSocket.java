package io.kubelayers.interfaces.http.inprocess;

import io.kubelayers.interfaces.http.stream.ChannelException;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import io.kubelayers.interfaces.http.stream.NextLook;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket without a wire: what carries channels to a client of this process. The client sends from any thread; what it
 * gets, it gets in turns, a message for each that it asks for, and at last the news that all is over. Nobody waits.
 */
public final class InProcessSocket {
    private static final int NORMAL = 1000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int GONE = 1001;

    private final Channels channels;
    private final InstantSource clock;
    private final Turns turns;
    private final Queue<Frame> sent = new ConcurrentLinkedQueue<>();
    private final AtomicLong unread = new AtomicLong();
    private final AtomicLong wanted = new AtomicLong();
    private volatile @Nullable Receiver receiver;
    private volatile @Nullable Closing closing;
    private boolean over;

    /** Whoever is at the client's end. */
    public interface Receiver {
        /** A message came. */
        void received(Frame frame);

        /** Nothing will come any more. */
        void closed(int code, String reason);
    }

    private record Closing(int code, String reason) {}

    private InProcessSocket(Channels channels, InstantSource clock, Executor executor) {
        this.channels = channels;
        this.clock = clock;
        this.turns = new Turns(executor, this::turn, () -> end(GONE, "the client is closed"));
    }

    /** A socket at whose other end nobody is yet. */
    public static InProcessSocket of(Channels channels, InstantSource clock, Executor executor) {
        return new InProcessSocket(channels, clock, executor);
    }

    /** Connects the client, who gets nothing before it asks for the first message. */
    public void start(Receiver client) {
        receiver = client;
        channels.onReady(turns::wake);
        turns.wake();
    }

    /** Asks for one more message. */
    public void demand() {
        wanted.incrementAndGet();
        turns.wake();
    }

    /** Sends a message; false if the socket is closed already. */
    public boolean send(Frame frame) {
        if (closing != null) {
            return false;
        }
        unread.addAndGet(frame.bytes().length);
        sent.add(frame);
        turns.wake();
        return true;
    }

    /** How many bytes were sent and not taken yet. */
    public long unread() {
        return unread.get();
    }

    /** Closes the socket behind what was sent; false if it is closed already. */
    public boolean close(int code, String reason) {
        if (closing != null) {
            return false;
        }
        closing = new Closing(code, reason);
        turns.wake();
        return true;
    }

    private void turn() {
        var client = receiver;
        if (over || client == null) {
            return;
        }
        try {
            take();
        } catch (ChannelException e) {
            end(PROTOCOL_ERROR, String.valueOf(e.getMessage()));
            return;
        }
        give(client);
        var asked = closing;
        if (asked != null && sent.isEmpty()) {
            end(asked.code(), asked.reason());
        } else if (channels.ended()) {
            end(NORMAL, "");
        } else {
            turns.wakeIn(NextLook.millis(channels.nextAt(), clock));
        }
    }

    private void take() {
        while (!sent.isEmpty() && channels.wantsFrames()) {
            var frame = sent.remove();
            unread.addAndGet(-frame.bytes().length);
            channels.receive(frame);
        }
    }

    private void give(Receiver client) {
        while (wanted.get() > 0) {
            var frame = channels.poll();
            if (frame.isEmpty()) {
                return;
            }
            wanted.decrementAndGet();
            client.received(frame.get());
        }
    }

    private void end(int code, String reason) {
        over = true;
        if (closing == null) {
            closing = new Closing(code, reason);
        }
        turns.stop();
        channels.close();
        var client = receiver;
        if (client != null) {
            client.closed(code, reason);
        }
    }
}
