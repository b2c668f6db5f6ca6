package io.kubelayers.interfaces.http.server;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A connection of HTTP/1.1 that ends each chunk when it is sent. Jetty sends the line break behind a chunk with the next one
 * only, and clients that read chunk by chunk, as Python's do, would see each event of a watch when the next one comes.
 */
final class WholeChunks implements EndPoint, EndPoint.Wrapper {
    private static final byte[] HEAD = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "Transfer-Encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final EndPoint wire;
    private boolean chunked;
    private boolean ended;

    private WholeChunks(EndPoint wire) {
        this.wire = wire;
    }

    /** Makes such connections. */
    static HttpConnectionFactory factory(HttpConfiguration http) {
        return new HttpConnectionFactory(http) {
            @Override
            public Connection newConnection(Connector connector, EndPoint endPoint) {
                return super.newConnection(connector, new WholeChunks(endPoint));
            }
        };
    }

    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        wire.write(callback, whole(buffers));
    }

    private ByteBuffer[] whole(ByteBuffer[] buffers) {
        if (buffers.length == 0) {
            return buffers;
        }
        int size = 0;
        if (startsWith(buffers[0], HEAD)) {
            chunked = contains(buffers[0], CHUNKED);
            ended = false;
            // the size of the first chunk stands behind the head, or in a buffer of its own
            size = endsWith(buffers[0], HEAD_END) ? 1 : 0;
        } else if (chunked && !isSize(buffers[0])) {
            return buffers;
        }
        if (!chunked || size >= buffers.length) {
            return buffers;
        }
        if (ended && startsWith(buffers[size], LINE_END)) {
            buffers[size].position(buffers[size].position() + LINE_END.length);
        }
        ended = size + 1 < buffers.length && buffers[size + 1].hasRemaining();
        if (!ended) {
            return buffers;
        }
        var more = Arrays.copyOf(buffers, buffers.length + 1);
        more[buffers.length] = ByteBuffer.wrap(LINE_END);
        return more;
    }

    private static boolean startsWith(ByteBuffer buffer, byte[] text) {
        return matches(buffer, buffer.position(), text);
    }

    private static boolean endsWith(ByteBuffer buffer, byte[] text) {
        return buffer.remaining() >= text.length && matches(buffer, buffer.limit() - text.length, text);
    }

    private static boolean matches(ByteBuffer buffer, int from, byte[] text) {
        if (buffer.limit() - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (buffer.get(from + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(ByteBuffer buffer, byte[] text) {
        for (int from = buffer.position(); from + text.length <= buffer.limit(); from++) {
            if (matches(buffer, from, text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it tells the size of a chunk: hexadecimal digits in a line, perhaps behind the end of the chunk before. */
    private static boolean isSize(ByteBuffer buffer) {
        int at = buffer.position() + (startsWith(buffer, LINE_END) ? LINE_END.length : 0);
        int first = at;
        while (at < buffer.limit() && Character.digit(buffer.get(at), 16) >= 0) {
            at++;
        }
        return at > first && matches(buffer, at, LINE_END);
    }

    @Override
    public EndPoint unwrap() {
        return wire;
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return wire.getLocalSocketAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return wire.getRemoteSocketAddress();
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public long getCreatedTimeStamp() {
        return wire.getCreatedTimeStamp();
    }

    @Override
    public void shutdownOutput() {
        wire.shutdownOutput();
    }

    @Override
    public boolean isOutputShutdown() {
        return wire.isOutputShutdown();
    }

    @Override
    public boolean isInputShutdown() {
        return wire.isInputShutdown();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public void close(@Nullable Throwable cause) {
        wire.close(cause);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        return wire.fill(buffer);
    }

    @Override
    public SocketAddress receive(ByteBuffer buffer) throws IOException {
        return wire.receive(buffer);
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        return wire.flush(buffers);
    }

    @Override
    public boolean send(SocketAddress address, ByteBuffer... buffers) throws IOException {
        return wire.send(address, buffers);
    }

    @Override
    public Object getTransport() {
        return wire.getTransport();
    }

    @Override
    public long getIdleTimeout() {
        return wire.getIdleTimeout();
    }

    @Override
    public void setIdleTimeout(long milliseconds) {
        wire.setIdleTimeout(milliseconds);
    }

    @Override
    public void fillInterested(Callback callback) {
        wire.fillInterested(callback);
    }

    @Override
    public boolean tryFillInterested(Callback callback) {
        return wire.tryFillInterested(callback);
    }

    @Override
    public boolean isFillInterested() {
        return wire.isFillInterested();
    }

    @Override
    public void write(Callback callback, SocketAddress address, ByteBuffer... buffers) {
        wire.write(callback, address, buffers);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        wire.write(last, content, callback);
    }

    @Override
    public Callback cancelWrite(Throwable cause) {
        return wire.cancelWrite(cause);
    }

    @Override
    public Connection getConnection() {
        return wire.getConnection();
    }

    @Override
    public void setConnection(Connection connection) {
        wire.setConnection(connection);
    }

    @Override
    public void onOpen() {
        wire.onOpen();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        wire.onClose(cause);
    }

    @Override
    public void upgrade(Connection connection) {
        wire.upgrade(connection);
    }

    @Override
    public SslSessionData getSslSessionData() {
        return wire.getSslSessionData();
    }

    @Override
    public boolean isSecure() {
        return wire.isSecure();
    }
}
