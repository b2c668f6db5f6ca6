package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.ByteArrayBodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.InputStreamBodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.StringBodyContent;
import io.fabric8.kubernetes.client.http.StandardWebSocketBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import io.fabric8.kubernetes.client.http.WebSocketResponse;
import io.fabric8.kubernetes.client.http.WebSocketUpgradeResponse;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.Upgrade;
import io.kubelayers.interfaces.http.inprocess.Chunks;
import io.kubelayers.interfaces.http.inprocess.InProcessApi;
import io.kubelayers.interfaces.http.inprocess.InProcessSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Answers fabric8's requests by calling the API. A request is answered on the thread that sends it, before the call
 * returns, so that a test without threads of its own stays without. Only what comes later, events of watches and messages of
 * web sockets, comes on other threads.
 */
final class InProcessHttpClient
        extends StandardHttpClient<InProcessHttpClient, InProcessHttpFactory, InProcessHttpBuilder> {
    private static final byte[] NOTHING = new byte[0];

    private final InProcessApi api;
    private final ExecutorService watches;

    InProcessHttpClient(InProcessHttpBuilder builder, AtomicBoolean closed, InProcessApi api, ExecutorService watches) {
        super(builder, closed);
        this.api = api;
        this.watches = watches;
    }

    ExecutorService watches() {
        return watches;
    }

    @Override
    public CompletableFuture<HttpResponse<AsyncBody>> consumeBytesDirect(
            StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (isClosed()) {
            return CompletableFuture.failedFuture(new IOException("the client is closed"));
        }
        try {
            var answer = api.handle(request(request));
            var chunks = Chunks.of(answer.payload());
            Executor executor = chunks.live() ? watches : Runnable::run;
            var body = InProcessBody.of(chunks, consumer, executor);
            return CompletableFuture.completedFuture(new InProcessResponse(request, answer, body));
        } catch (IOException | RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static HttpRequest request(StandardHttpRequest request) throws IOException {
        var headers = Headers.NONE;
        for (var header : request.headers().entrySet()) {
            for (var value : header.getValue()) {
                headers = headers.with(header.getKey(), value);
            }
        }
        var contentType = request.getContentType();
        if (contentType != null && !headers.has("Content-Type")) {
            headers = headers.with("Content-Type", contentType);
        }
        var query = request.uri().getRawQuery();
        var target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return HttpRequest.of(request.method(), target, headers, body(request));
    }

    private static byte[] body(StandardHttpRequest request) throws IOException {
        var body = request.body();
        if (body == null) {
            return NOTHING;
        }
        if (body instanceof StringBodyContent text) {
            return text.getContent().getBytes(StandardCharsets.UTF_8);
        }
        if (body instanceof ByteArrayBodyContent bytes) {
            return bytes.getContent();
        }
        if (body instanceof InputStreamBodyContent stream) {
            try (var in = stream.getContent()) {
                return in.readAllBytes();
            }
        }
        throw new IllegalArgumentException(
                "no such body is known: " + body.getClass().getName());
    }

    @Override
    public CompletableFuture<WebSocketResponse> buildWebSocketDirect(
            StandardWebSocketBuilder builder, WebSocket.Listener listener) {
        if (isClosed()) {
            return CompletableFuture.failedFuture(new IOException("the client is closed"));
        }
        try {
            var asked = builder.asHttpRequest();
            var answer = api.handle(upgrading(request(asked), builder.getSubprotocol()));
            var upgraded = new WebSocketUpgradeResponse(
                    asked, answer.status(), answer.headers().asMap());
            if (!(answer.payload() instanceof Upgrade upgrade)) {
                return CompletableFuture.completedFuture(
                        new WebSocketResponse(upgraded, new WebSocketHandshakeException(upgraded)));
            }
            var link = InProcessSocket.of(upgrade.channels(), api.clock(), watches);
            return CompletableFuture.completedFuture(
                    new WebSocketResponse(upgraded, InProcessWebSocket.open(link, listener)));
        } catch (IOException | RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static HttpRequest upgrading(HttpRequest request, @Nullable String protocol) {
        var headers = request.headers().with("Connection", "Upgrade").with("Upgrade", "websocket");
        return HttpRequest.of(
                request.method(),
                request.target(),
                protocol == null ? headers : headers.with("Sec-WebSocket-Protocol", protocol),
                NOTHING);
    }

    @Override
    protected void doClose() {
        watches.shutdownNow();
    }
}
