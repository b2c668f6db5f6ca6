package io.kubelayers.interfaces.http.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Large answers are compressed for clients that can read that (apiserver {@code responsewriters/writers.go}). */
final class Compression {
    /** Below this compressing costs more than it saves. */
    private static final int LEAST = 128 * 1024;

    private Compression() {}

    static byte[] applied(Request request, Response response, byte[] bytes) {
        var accepts = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        if (bytes.length < LEAST || accepts == null || !accepts.contains("gzip")) {
            return bytes;
        }
        var compressed = new ByteArrayOutputStream(bytes.length / 8);
        try (var gzip = new GZIPOutputStream(compressed) {
            {
                def.setLevel(
                        Deflater.BEST_SPEED); // upstream's level, a fifth of the time for a few percent of the size
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        return compressed.toByteArray();
    }
}
