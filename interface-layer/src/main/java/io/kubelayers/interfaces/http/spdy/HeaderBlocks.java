package io.kubelayers.interfaces.http.spdy;

import io.kubelayers.interfaces.http.stream.ChannelException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The headers of streams: names and values, compressed over all streams of a connection together. */
final class HeaderBlocks implements AutoCloseable {
    /** Far more than any stream's headers; a block that unpacks to more ends the connection. */
    private static final int LARGEST = 64 * 1024;

    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater();
    private boolean closed;

    HeaderBlocks() {
        deflater.setDictionary(SpdyDictionary.bytes());
    }

    /**
     * Reads a block; blocks must be read in the order of their coming.
     *
     * @throws ChannelException if it is none, or too large
     */
    SortedMap<String, String> read(byte[] block) {
        var bytes = ByteBuffer.wrap(inflated(block));
        try {
            var headers = new TreeMap<String, String>();
            int count = bytes.getInt();
            for (int i = 0; i < count; i++) {
                var name = text(bytes).toLowerCase(Locale.ROOT);
                headers.put(name, text(bytes));
            }
            return headers;
        } catch (BufferUnderflowException e) {
            throw new ChannelException("broken SPDY headers");
        }
    }

    private static String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new ChannelException("broken SPDY headers");
        }
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] inflated(byte[] block) {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[2048];
        inflater.setInput(block);
        try {
            while (true) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsDictionary()) {
                    inflater.setDictionary(SpdyDictionary.bytes());
                } else if (read == 0) {
                    return bytes.toByteArray();
                }
                bytes.write(buffer, 0, read);
                if (bytes.size() > LARGEST) {
                    throw new ChannelException("SPDY headers are too large");
                }
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new ChannelException("broken SPDY headers");
        }
    }

    /** A block without a header, which is all that a server has to say. */
    byte[] empty() {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[256];
        deflater.setInput(new byte[4]);
        for (int length = 1; length > 0; ) {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            bytes.write(buffer, 0, length);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            inflater.end();
            deflater.end();
        }
    }
}
