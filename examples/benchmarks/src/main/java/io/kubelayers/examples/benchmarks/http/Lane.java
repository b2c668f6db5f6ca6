package io.kubelayers.examples.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A kept connection with one request under way, whose answer says its length. */
final class Lane {
    private static final String LENGTH = "Content-Length: ";

    private final SocketChannel socket;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private long begun;
    private long left;
    private long length;

    private Lane(SocketChannel socket) {
        this.socket = socket;
    }

    static Lane open(int port, Selector selector) throws IOException {
        var lane = new Lane(connect(port, selector));
        lane.socket.keyFor(selector).attach(lane);
        return lane;
    }

    static SocketChannel connect(int port, Selector selector) throws IOException {
        var socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ);
        return socket;
    }

    void send(byte[] request) throws IOException {
        begun = System.nanoTime();
        left = -1;
        buffer.clear();
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    /** Reads what is there; whether the answer is complete. */
    boolean read() throws IOException {
        if (socket.read(buffer) < 0) {
            throw new EOFException("the server hung up");
        }
        if (left < 0) {
            readHead();
        }
        if (left >= 0) {
            left -= buffer.position();
            buffer.clear();
        }
        return left == 0;
    }

    private void readHead() {
        var bytes = new byte[Math.min(buffer.position(), 2048)];
        buffer.get(0, bytes);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        if (!text.startsWith("HTTP/1.1 20")) {
            throw new IllegalStateException(text);
        }
        int at = text.indexOf(LENGTH) + LENGTH.length();
        length = Long.parseLong(text.substring(at, text.indexOf('\r', at)));
        left = length + end + 4;
    }

    long begun() {
        return begun;
    }

    /** Bytes of the last answer. */
    long length() {
        return length;
    }
}
