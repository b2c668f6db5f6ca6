package io.kubelayers.interfaces.http.proxy;

import io.kubelayers.nucleus.streaming.LogStream;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * One request to a server inside the cluster and its answer, in HTTP/1.1 over one connection. The body comes in pieces as
 * the server sends it; nobody waits.
 */
public final class ProxyExchange implements LogStream {
    /** Headers that are about one connection, not about the message (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final int PIECE = 32 * 1024;

    /**
     * The head of an answer.
     *
     * @param status HTTP status code
     * @param headers names with their values
     */
    public record Head(int status, Map<String, List<String>> headers) {}

    private final ProxyTarget target;
    private final Queue<byte[]> unsent = new ArrayDeque<>();
    private final Queue<byte[]> body = new ArrayDeque<>();
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final HttpParser parser;
    private int status;
    private boolean headComplete;
    private boolean over;
    private @Nullable String failure;

    private ProxyExchange(ProxyTarget target, boolean head) {
        this.target = target;
        this.parser = new HttpParser(new Reader());
        parser.setHeadResponse(head);
    }

    /**
     * Sends a request.
     *
     * @param path path and query as the server is to see them
     * @param headers headers of the client; those about its connection and its credentials are left out
     */
    public static ProxyExchange start(
            ProxyTarget target, String method, String path, Map<String, List<String>> headers, byte[] content) {
        var exchange = new ProxyExchange(target, method.equals("HEAD"));
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.address()).append("\r\nConnection: close\r\n");
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOP.contains(lower)
                    && !Set.of("host", "content-length", "authorization").contains(lower)) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        if (content.length > 0) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        exchange.unsent.add(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        for (int from = 0; from < content.length; from += PIECE) {
            exchange.unsent.add(Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)));
        }
        exchange.advance();
        return exchange;
    }

    /** Status and headers; empty while they are not there. */
    public Optional<Head> head() {
        advance();
        return headComplete ? Optional.of(new Head(status, headers)) : Optional.empty();
    }

    /** Why there is no answer, or not all of it; empty while there is no reason. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void advance() {
        var connection = target.connection();
        while (!unsent.isEmpty() && connection.wantsBytes()) {
            connection.send(unsent.remove());
        }
        while (body.isEmpty() && !over) {
            var bytes = connection.poll();
            if (bytes.isPresent()) {
                parse(ByteBuffer.wrap(bytes.get()));
            } else if (connection.ended()) {
                failure = connection.failure().orElse(failure);
                parser.atEOF();
                parse(ByteBuffer.allocate(0));
                if (!over) {
                    fail("EOF");
                }
            } else {
                return;
            }
        }
    }

    private void parse(ByteBuffer bytes) {
        do {
            parser.parseNext(bytes);
        } while (bytes.hasRemaining() && !over);
    }

    private void fail(String why) {
        over = true;
        failure = failure == null ? why : failure;
    }

    @Override
    public Optional<byte[]> poll() {
        advance();
        return Optional.ofNullable(body.poll());
    }

    @Override
    public boolean ended() {
        return over && body.isEmpty();
    }

    @Override
    public Optional<Instant> nextAt() {
        return target.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        target.onReady(wake);
    }

    @Override
    public void close() {
        over = true;
        target.close();
    }

    private final class Reader implements HttpParser.ResponseHandler {
        @Override
        public void startResponse(HttpVersion version, int code, String reason) {
            status = code;
        }

        @Override
        public void parsedHeader(HttpField field) {
            var name = field.getName();
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.computeIfAbsent(name, key -> new ArrayList<>()).add(String.valueOf(field.getValue()));
            }
        }

        @Override
        public boolean headerComplete() {
            headComplete = true;
            return false;
        }

        @Override
        public boolean content(ByteBuffer content) {
            var bytes = new byte[content.remaining()];
            content.get(bytes);
            body.add(bytes);
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            over = true;
            return true;
        }

        @Override
        public void earlyEOF() {
            fail("unexpected EOF");
        }

        @Override
        public void badMessage(HttpException broken) {
            fail("malformed HTTP response");
        }
    }
}
