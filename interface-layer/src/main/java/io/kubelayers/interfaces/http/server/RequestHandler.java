package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.EventStream;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.interfaces.http.RestApi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes requests from sockets to the API and its answers back. */
final class RequestHandler extends Handler.Abstract {
    private final RestApi api;
    private final ServeOptions options;

    RequestHandler(RestApi api, ServeOptions options) {
        this.api = api;
        this.options = options;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var body = body(request);
        if (body == null) {
            send(response, callback, request, Refusals.tooLarge(options.maxBody()));
            return true;
        }
        var target = request.getHttpURI().getPathQuery();
        var headers = Headers.NONE;
        for (var field : request.getHeaders()) {
            headers = headers.with(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var asked = HttpRequest.of(method, target, headers, body).withCertificate(certificate(request));
        send(response, callback, request, api.handle(asked));
        return true;
    }

    /** The body; null if it is larger than allowed. */
    private byte @Nullable [] body(Request request) throws IOException {
        if (request.getLength() > options.maxBody()) {
            return null;
        }
        if (request.getLength() == 0) {
            return new byte[0];
        }
        try (var in = Content.Source.asInputStream(request)) {
            var bytes = in.readNBytes(options.maxBody() + 1);
            return bytes.length > options.maxBody() ? null : bytes;
        }
    }

    private static @Nullable X509Certificate certificate(Request request) {
        var session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        if (session instanceof EndPoint.SslSessionData tls) {
            var chain = tls.peerCertificates();
            return chain == null || chain.length == 0 ? null : chain[0];
        }
        return null;
    }

    private static void send(Response response, Callback callback, Request request, HttpResponse answer) {
        response.setStatus(answer.status());
        answer.headers()
                .asMap()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
        if (answer.payload() instanceof EventStream events) {
            WatchWriter.start(request, response, callback, events);
            return;
        }
        var bytes = Compression.applied(request, response, ((HttpResponse.Bytes) answer.payload()).bytes());
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
