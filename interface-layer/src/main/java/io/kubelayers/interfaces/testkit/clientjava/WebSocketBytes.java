package io.kubelayers.interfaces.testkit.clientjava;

import java.io.EOFException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** How messages of a web socket are written (RFC 6455, 5.2), as far as OkHttp is at the other end, which sends each whole. */
final class WebSocketBytes {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int WHOLE = 0x80;
    private static final int KEY = 4;

    /** A message, or what the two ends say to each other about the connection. */
    record Message(int opcode, byte[] content) {}

    private WebSocketBytes() {}

    /** Takes a client's message; null if it is not all there. */
    static @Nullable Message take(Buffer from) throws EOFException {
        if (from.size() < 2) {
            return null;
        }
        int length = from.getByte(1) & 0x7F;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (from.size() < 2 + more) {
            return null;
        }
        long size = length;
        if (more > 0) {
            size = 0;
            for (int i = 0; i < more; i++) {
                size = size << 8 | from.getByte(2 + i) & 0xFF;
            }
        }
        if (from.size() < 2 + more + KEY + size) {
            return null;
        }
        int opcode = from.readByte() & 0xF;
        from.skip(1 + more);
        var key = from.readByteArray(KEY);
        var content = from.readByteArray(size);
        for (int i = 0; i < content.length; i++) {
            content[i] ^= key[i % KEY];
        }
        return new Message(opcode, content);
    }

    /** Writes a server's message. */
    static void put(int opcode, byte[] content, Buffer into) {
        into.writeByte(WHOLE | opcode);
        if (content.length < 126) {
            into.writeByte(content.length);
        } else if (content.length < 1 << 16) {
            into.writeByte(126).writeShort(content.length);
        } else {
            into.writeByte(127).writeLong(content.length);
        }
        into.write(content);
    }
}
