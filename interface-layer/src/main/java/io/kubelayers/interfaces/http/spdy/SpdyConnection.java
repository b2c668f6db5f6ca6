package io.kubelayers.interfaces.http.spdy;

import io.kubelayers.interfaces.http.stream.ChannelException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** The server's side of a connection: reads frames, answers those that are about the connection, and writes others. */
final class SpdyConnection implements AutoCloseable {
    private static final int VERSION = 3;
    private static final int HEAD = 8;
    private static final int SYN_STREAM = 1;
    private static final int SYN_REPLY = 2;
    private static final int RST_STREAM = 3;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int HEADERS = 8;
    private static final int FIN = 1;
    private static final int PROTOCOL_ERROR = 1;
    private static final int REFUSED = 3;

    /** Clients send at most 32 KiB at once. */
    private static final int LARGEST_FRAME = 1024 * 1024;

    private static final int LARGEST_PIECE = 32 * 1024;
    private static final int MOST_STREAMS = 1000;

    private final StreamListener listener;
    private final HeaderBlocks headers = new HeaderBlocks();
    private final Map<Integer, SpdyStream> streams = new TreeMap<>();
    private final Queue<byte[]> output = new ArrayDeque<>();
    private byte[] unread = new byte[0];
    private boolean goesAway;

    SpdyConnection(StreamListener listener) {
        this.listener = listener;
    }

    /**
     * Takes bytes of the client, which may be parts of frames or several.
     *
     * @throws ChannelException if they are not SPDY
     */
    void receive(byte[] bytes) {
        var all = unread.length == 0 ? bytes : joined(unread, bytes);
        int at = 0;
        while (all.length - at >= HEAD) {
            var head = ByteBuffer.wrap(all, at, HEAD);
            int first = head.getInt();
            int second = head.getInt();
            int length = second & 0xffffff;
            if (length > LARGEST_FRAME) {
                throw new ChannelException("a SPDY frame of " + length + " bytes is too large");
            }
            if (all.length - at - HEAD < length) {
                break;
            }
            var content = Arrays.copyOfRange(all, at + HEAD, at + HEAD + length);
            at += HEAD + length;
            frame(first, second >>> 24, content);
        }
        unread = at == all.length ? new byte[0] : Arrays.copyOfRange(all, at, all.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private void frame(int first, int flags, byte[] content) {
        if (first >= 0) {
            data(first, (flags & FIN) != 0, content);
            return;
        }
        if ((first >>> 16 & 0x7fff) != VERSION) {
            throw new ChannelException("SPDY version " + (first >>> 16 & 0x7fff) + " is not spoken here");
        }
        switch (first & 0xffff) {
            case SYN_STREAM -> open(flags, content);
            case RST_STREAM -> reset(number(content));
            case PING -> output.add(control(PING, 0, content));
            case GOAWAY -> goesAway = true;
            case HEADERS -> headers.read(Arrays.copyOfRange(content, Math.min(4, content.length), content.length));
            default -> {
                // settings, windows and credentials change nothing here
            }
        }
    }

    private static int number(byte[] content) {
        if (content.length < 4) {
            throw new ChannelException("a SPDY frame is too short");
        }
        return ByteBuffer.wrap(content).getInt() & Integer.MAX_VALUE;
    }

    private void open(int flags, byte[] content) {
        if (content.length < 10) {
            throw new ChannelException("a SPDY frame is too short");
        }
        int id = number(content);
        var stream = new SpdyStream(id, headers.read(Arrays.copyOfRange(content, 10, content.length)));
        if (id % 2 == 0 || streams.containsKey(id) || streams.size() >= MOST_STREAMS) {
            sendReset(id, streams.size() >= MOST_STREAMS ? REFUSED : PROTOCOL_ERROR);
            return;
        }
        streams.put(id, stream);
        var block = headers.empty();
        output.add(control(
                SYN_REPLY,
                0,
                ByteBuffer.allocate(4 + block.length).putInt(id).put(block).array()));
        listener.opened(stream);
        if ((flags & FIN) != 0) {
            clientFinished(stream);
        }
    }

    private void data(int id, boolean last, byte[] content) {
        var stream = streams.get(id);
        if (stream == null || stream.finishedByClient()) {
            return;
        }
        if (content.length > 0) {
            listener.received(stream, content);
        }
        if (last) {
            clientFinished(stream);
        }
    }

    private void clientFinished(SpdyStream stream) {
        stream.clientFinished();
        listener.finished(stream);
        forgetIfOver(stream);
    }

    private void reset(int id) {
        var stream = streams.remove(id);
        if (stream != null) {
            stream.clientFinished();
            stream.serverFinished();
            listener.reset(stream);
        }
    }

    private void forgetIfOver(SpdyStream stream) {
        if (stream.finishedByClient() && stream.finishedByServer()) {
            streams.remove(stream.id());
        }
    }

    private void sendReset(int id, int status) {
        output.add(control(
                RST_STREAM, 0, ByteBuffer.allocate(8).putInt(id).putInt(status).array()));
    }

    private static byte[] control(int type, int flags, byte[] content) {
        return ByteBuffer.allocate(HEAD + content.length)
                .putInt(0x80000000 | VERSION << 16 | type)
                .putInt(flags << 24 | content.length)
                .put(content)
                .array();
    }

    /** Sends bytes on a stream; on one that is over nothing happens. */
    void write(SpdyStream stream, byte[] bytes) {
        if (stream.finishedByServer()) {
            return;
        }
        for (int from = 0; from < bytes.length; from += LARGEST_PIECE) {
            int length = Math.min(LARGEST_PIECE, bytes.length - from);
            output.add(ByteBuffer.allocate(HEAD + length)
                    .putInt(stream.id())
                    .putInt(length)
                    .put(bytes, from, length)
                    .array());
        }
    }

    /** Says that no more will be sent on a stream. */
    void finish(SpdyStream stream) {
        if (!stream.finishedByServer()) {
            stream.serverFinished();
            output.add(ByteBuffer.allocate(HEAD)
                    .putInt(stream.id())
                    .putInt(FIN << 24)
                    .array());
            forgetIfOver(stream);
        }
    }

    /** The next bytes for the client; empty if there are none. */
    Optional<byte[]> poll() {
        return Optional.ofNullable(output.poll());
    }

    boolean hasOutput() {
        return !output.isEmpty();
    }

    /** Whether the client opens no more streams and has ended all it had. */
    boolean isOver() {
        return goesAway && streams.isEmpty();
    }

    @Override
    public void close() {
        headers.close();
        streams.clear();
    }
}
