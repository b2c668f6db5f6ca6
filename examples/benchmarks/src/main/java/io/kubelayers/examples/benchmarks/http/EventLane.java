package io.kubelayers.examples.benchmarks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A watch: counts the bytes that come, and if it reads them takes down how late each event is. */
final class EventLane {
    /** What an event says before the moment at which it was sent. */
    static final String MARK = "\"sent\":\"";

    private static final byte[] MARK_BYTES = MARK.getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final SocketChannel socket;
    private final boolean reads;
    private final ByteBuffer buffer;
    private long[] late = new long[1024];
    private int count;
    private long bytes;
    private int matched;
    private long moment;
    private volatile boolean stopped;
    private volatile boolean forget;

    EventLane(SocketChannel socket, Selector selector, boolean reads) {
        this.socket = socket;
        this.reads = reads;
        this.buffer = reads ? ByteBuffer.allocate(64 * 1024) : SHARED;
        socket.keyFor(selector).attach(this);
    }

    /** Where bytes go that nobody looks at; one thread reads all lanes. */
    private static final ByteBuffer SHARED = ByteBuffer.allocateDirect(256 * 1024);

    void send(byte[] request) throws IOException {
        socket.write(ByteBuffer.wrap(request));
    }

    void read() throws IOException {
        buffer.clear();
        int read = socket.read(buffer);
        if (read < 0) {
            stop();
            return;
        }
        if (forget) {
            forget = false;
            count = 0;
            bytes = 0;
        }
        bytes += read;
        if (reads) {
            scan(read);
        }
    }

    /** Looks for the mark and the number behind it, which may be cut by the end of the buffer anywhere. */
    private void scan(int length) {
        var text = buffer.array();
        for (int i = 0; i < length; i++) {
            byte c = text[i];
            if (matched == MARK_BYTES.length) {
                if (c >= '0' && c <= '9') {
                    moment = moment * 10 + c - '0';
                } else {
                    add(System.nanoTime() - moment);
                    matched = 0;
                }
            } else if (c == MARK_BYTES[matched]) {
                matched++;
                moment = 0;
            } else {
                matched = c == MARK_BYTES[0] ? 1 : 0;
            }
        }
    }

    private void add(long nanos) {
        if (count == late.length) {
            late = Arrays.copyOf(late, count * 2);
        }
        late[count++] = nanos;
    }

    void addTo(Latencies all) {
        for (int i = 0; i < count; i++) {
            all.add(late[i]);
        }
    }

    boolean begun() {
        return bytes > 0;
    }

    long bytes() {
        return bytes;
    }

    /** Counts from the next event on only. */
    void forget() {
        forget = true;
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }
}
