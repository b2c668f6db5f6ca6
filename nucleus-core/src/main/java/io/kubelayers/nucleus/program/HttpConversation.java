package io.kubelayers.nucleus.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which HTTP/1.1 is spoken, as far as a simple server does: requests one after the other, bodies by their
 * length or in chunks, up to a few megabytes each.
 */
final class HttpConversation extends AnsweringConnection {
    private static final int LARGEST = 8 * 1024 * 1024;

    private final HttpService service;
    private byte[] unread = new byte[0];

    HttpConversation(HttpService service) {
        this.service = service;
    }

    /** The head of a request: its first line and headers, and where its body begins. */
    private record Head(String[] line, Map<String, List<String>> headers, int end) {
        String header(String name) {
            var values = headers.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /** A body with the place behind it. */
    private record Content(byte[] bytes, int end) {}

    @Override
    public synchronized void send(byte[] bytes) {
        if (isOver()) {
            return;
        }
        var all = Arrays.copyOf(unread, unread.length + bytes.length);
        System.arraycopy(bytes, 0, all, unread.length, bytes.length);
        unread = all;
        while (!isOver() && answered()) {
            // several requests may have come at once
        }
        if (unread.length > LARGEST) {
            refuse(413, "Payload Too Large");
        }
    }

    private boolean answered() {
        var text = new String(unread, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        var head = head(text.substring(0, end), end + 4);
        if (head == null) {
            refuse(400, "Bad Request");
            return false;
        }
        var content = content(head, text);
        if (content == null) {
            return false;
        }
        unread = Arrays.copyOfRange(unread, content.end(), unread.length);
        var ask = new HttpAsk(head.line()[0], head.line()[1], head.headers(), content.bytes());
        boolean last = head.header("connection").equalsIgnoreCase("close") || head.line()[2].equals("HTTP/1.0");
        write(service.answer(ask), ask.method().equals("HEAD"), last);
        return true;
    }

    private static @Nullable Head head(String text, int end) {
        var lines = text.split("\r\n");
        var line = lines[0].split(" ");
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            return null;
        }
        var headers = new TreeMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1) {
                return null;
            }
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return new Head(line, headers, end);
    }

    /** The body; null while it is not all there. */
    private @Nullable Content content(Head head, String text) {
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks(text, head.end());
        }
        var length = head.header("content-length");
        if (!length.isEmpty() && !length.matches("[0-9]{1,9}")) {
            refuse(400, "Bad Request");
            return null;
        }
        int bytes = length.isEmpty() ? 0 : Integer.parseInt(length);
        return unread.length - head.end() < bytes
                ? null
                : new Content(Arrays.copyOfRange(unread, head.end(), head.end() + bytes), head.end() + bytes);
    }

    private @Nullable Content chunks(String text, int from) {
        var body = new StringBuilder();
        int at = from;
        while (true) {
            int line = text.indexOf("\r\n", at);
            if (line < 0) {
                return null;
            }
            var size = text.substring(at, line).split(";")[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                refuse(400, "Bad Request");
                return null;
            }
            int length = Integer.parseInt(size, 16);
            int end = line + 2 + length;
            if (text.length() < end + 2) {
                return null;
            }
            body.append(text, line + 2, end);
            at = end + 2;
            if (length == 0) {
                return new Content(body.toString().getBytes(StandardCharsets.ISO_8859_1), at);
            }
        }
    }

    private void refuse(int status, String why) {
        write(HttpAnswer.text(status, why), false, true);
    }

    private void write(HttpAnswer answer, boolean withoutBody, boolean last) {
        var head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        if (last) {
            head.append("Connection: close\r\n");
            hangUp();
        }
        answer(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!withoutBody && answer.body().length > 0) {
            answer(answer.body());
        }
    }
}
