package io.kubelayers.interfaces.testkit.clientjava;

import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.HttpResponse.Bytes;
import io.kubelayers.interfaces.http.HttpResponse.Payload;
import io.kubelayers.interfaces.http.Upgrade;
import io.kubelayers.interfaces.http.inprocess.ChunkInput;
import io.kubelayers.interfaces.http.inprocess.InProcessApi;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import okio.Okio;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Answers OkHttp's calls by calling the API, in the place of everything that would lead to a socket. */
final class InProcessCalls implements Interceptor {
    private final InProcessApi api;

    /** What is being read by calls that may be cancelled meanwhile. */
    private final Map<Call, ChunkInput> open = new ConcurrentHashMap<>();

    InProcessCalls(InProcessApi api) {
        this.api = api;
    }

    /** Ends what a call reads when the call is cancelled. */
    EventListener cancellations() {
        return new EventListener() {
            @Override
            public void canceled(Call call) {
                var input = open.remove(call);
                if (input != null) {
                    input.close();
                }
            }

            @Override
            public void callEnd(Call call) {
                open.remove(call);
            }
        };
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var answer = api.handle(asked(request));
        var response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message(HttpStatus.getMessage(answer.status()));
        answer.headers().asMap().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.payload() instanceof Upgrade upgrade) {
            return upgraded(response, request, upgrade);
        }
        var type = MediaType.parse(answer.headers().first("Content-Type"));
        return response.body(body(answer.payload(), type, chain.call())).build();
    }

    private Response upgraded(Response.Builder response, Request request, Upgrade upgrade) {
        if (!upgrade.protocol().isEmpty()) {
            response.header("Sec-WebSocket-Protocol", upgrade.protocol());
        }
        return response.header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Accept", accept(request))
                .socket(WebSocketEnd.of(upgrade.channels(), api.clock()))
                .build();
    }

    /** The proof that the server understood (RFC 6455, 4.2.2). */
    private static String accept(Request request) {
        return ByteString.encodeUtf8(request.header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                .sha1()
                .base64();
    }

    private ResponseBody body(Payload payload, @Nullable MediaType type, Call call) throws IOException {
        if (payload instanceof Bytes whole) {
            return ResponseBody.create(whole.bytes(), type);
        }
        var input = ChunkInput.of(payload);
        open.put(call, input);
        if (call.isCanceled()) {
            input.close();
            throw new IOException("Canceled");
        }
        return ResponseBody.create(Okio.buffer(Okio.source(input)), type, -1);
    }

    private static HttpRequest asked(Request request) throws IOException {
        var headers = Headers.NONE;
        for (var header : request.headers()) {
            headers = headers.with(header.getFirst(), header.getSecond());
        }
        var content = new Buffer();
        var body = request.body();
        if (body != null) {
            body.writeTo(content);
            var type = body.contentType();
            if (type != null) {
                headers = headers.without("Content-Type").with("Content-Type", type.toString());
            }
        }
        var query = request.url().encodedQuery();
        var target = request.url().encodedPath() + (query == null ? "" : "?" + query);
        return HttpRequest.of(request.method(), target, headers, content.readByteArray());
    }
}
