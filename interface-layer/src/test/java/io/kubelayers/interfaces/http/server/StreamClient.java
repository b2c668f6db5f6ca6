package io.kubelayers.interfaces.http.server;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The JDK's own HTTP and WebSocket client on a served cluster. */
final class StreamClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServerHttp http;

    StreamClient(ApiServerHttp http) {
        this.http = http;
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        var request =
                builder(path).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The body as it comes; the request has been answered when this returns. */
    InputStream follow(String path) throws Exception {
        return client.send(request(path), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest request(String path) {
        return builder(path).build();
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(URI.create(http.url() + path))
                .header("Authorization", "Bearer " + http.adminToken())
                .timeout(Duration.ofSeconds(60));
    }

    Conversation open(String path, String protocol) {
        return open(path, protocol, http.adminToken());
    }

    Conversation open(String path, String protocol, String token) {
        var conversation = new Conversation();
        var builder = client.newWebSocketBuilder().header("Authorization", "Bearer " + token);
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        var uri = URI.create(http.url().replace("http", "ws") + path);
        try {
            conversation.socket = builder.buildAsync(uri, conversation).join();
            return conversation;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new IllegalStateException(
                        refused.getResponse().statusCode() + " "
                                + refused.getResponse().body(),
                        refused);
            }
            throw e;
        }
    }

    /** What is said on a WebSocket: the content of each channel so far, until it is closed. */
    static final class Conversation implements WebSocket.Listener {
        private final Map<Integer, ByteArrayOutputStream> channels = new TreeMap<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        String protocol() {
            return socket.getSubprotocol();
        }

        void send(int channel, byte[] content) {
            var bytes = new byte[content.length + 1];
            bytes[0] = (byte) channel;
            System.arraycopy(content, 0, bytes, 1, content.length);
            socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }

        void send(int channel, String content) {
            send(channel, content.getBytes(StandardCharsets.UTF_8));
        }

        void sendText(String content) {
            socket.sendText(content, true).join();
        }

        void hangUp() {
            socket.sendClose(1000, "").join();
        }

        /** Waits for the end; gives the code with which the server closed. */
        int end() throws Exception {
            return closed.get(60, TimeUnit.SECONDS);
        }

        synchronized String said(int channel) {
            var content = channels.get(channel);
            return content == null ? "" : content.toString(StandardCharsets.UTF_8);
        }

        synchronized byte[] bytes(int channel) {
            var content = channels.get(channel);
            return content == null ? new byte[0] : content.toByteArray();
        }

        /** Waits until a channel has said that. */
        void await(int channel, String content) throws Exception {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!said(channel).contains(content)) {
                synchronized (this) {
                    if (System.nanoTime() > deadline) {
                        throw new AssertionError("channel " + channel + " said only: " + said(channel));
                    }
                    wait(100);
                }
            }
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public synchronized CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            var bytes = new byte[data.remaining()];
            data.get(bytes);
            message.writeBytes(bytes);
            if (last) {
                var whole = message.toByteArray();
                message.reset();
                var content = channels.computeIfAbsent((int) whole[0], key -> new ByteArrayOutputStream());
                content.write(whole, 1, whole.length - 1);
                notifyAll();
            }
            socket.request(1);
            return null;
        }

        @Override
        public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data).append(last ? "\n" : "");
            notifyAll();
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
