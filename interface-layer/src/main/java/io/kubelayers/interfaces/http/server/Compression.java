package io.kubelayers.interfaces.http.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Large answers are compressed for clients that can read that (apiserver {@code responsewriters/writers.go}). */
final class Compression {
    /** Up to this many bytes compressing costs more than it saves. */
    private static final int MOST_PLAIN = 128 * 1024;

    private Compression() {}

    static byte[] applied(Request request, Response response, byte[] bytes) {
        if (bytes.length <= MOST_PLAIN || !isRead(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))) {
            return bytes;
        }
        var compressed = new ByteArrayOutputStream(bytes.length / 8);
        try (var gzip = new FastGzip(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        response.getHeaders().add(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        return compressed.toByteArray();
    }

    /** Whether the form is named; one that is weighed, such as {@code gzip;q=0.5}, is not. */
    private static boolean isRead(@Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        for (var encoding : encodings.split(",")) {
            if (encoding.strip().equals("gzip")) {
                return true;
            }
        }
        return false;
    }

    /** At upstream's level: a fifth of the time for a few percent of the size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
