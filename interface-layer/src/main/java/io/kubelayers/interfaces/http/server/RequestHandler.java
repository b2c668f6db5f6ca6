package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.EventStream;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.interfaces.http.LogBody;
import io.kubelayers.interfaces.http.ProxyBody;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.interfaces.http.Upgrade;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** Takes requests from sockets to the API and its answers back. */
final class RequestHandler extends Handler.Abstract {
    private static final byte[] NOTHING = new byte[0];

    private final RestApi api;
    private final ServeOptions options;
    private final ServerWebSocketContainer sockets;
    private final Watches watches;
    private final LongRunning running;
    private final Turns turns;
    private final @Nullable ClientCertificates certificates;

    RequestHandler(
            RestApi api,
            ServeOptions options,
            ServerWebSocketContainer sockets,
            Watches watches,
            LongRunning running,
            Turns turns,
            @Nullable ClientCertificates certificates) {
        this.api = api;
        this.options = options;
        this.sockets = sockets;
        this.watches = watches;
        this.running = running;
        this.turns = turns;
        this.certificates = certificates;
    }

    /** Nobody waits for a body on a thread: a client that sends slowly holds up only itself. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getLength() > options.maxBody()) {
            refuseSize(request, response, callback);
        } else if (request.getLength() == 0) {
            turns.take(() -> answer(request, response, callback, NOTHING));
        } else {
            Content.Source.asByteArrayAsync(request, options.maxBody()).whenComplete((body, failure) -> {
                if (failure == null) {
                    turns.take(() -> answer(request, response, callback, body));
                } else if (isTooLarge(failure)) {
                    refuseSize(request, response, callback);
                } else {
                    callback.failed(failure);
                }
            });
        }
        return true;
    }

    /** What Jetty says of a body beyond the size it was told to take. */
    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() instanceof IllegalStateException;
    }

    private void refuseSize(Request request, Response response, Callback callback) {
        send(response, callback, request, Refusals.tooLarge(options.maxBody()));
    }

    private void answer(Request request, Response response, Callback callback, byte[] body) {
        try {
            var answer = api.handle(asked(request, body));
            if (answer.payload() instanceof Upgrade upgrade) {
                upgrade(request, response, callback, answer, upgrade);
            } else if (answer.payload() instanceof ProxyBody proxied) {
                ProxyWait.start(request, proxied, options.clock(), there -> send(response, callback, request, there));
            } else {
                send(response, callback, request, answer);
            }
        } catch (RuntimeException | Error bug) {
            Response.writeError(request, response, callback, bug);
        }
    }

    private HttpRequest asked(Request request, byte[] body) {
        var headers = new Headers.Builder();
        for (var field : request.getHeaders()) {
            headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        var asked = HttpRequest.of(request.getMethod(), request.getHttpURI().getPathQuery(), headers.build(), body);
        var session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        if (certificates == null || !(session instanceof EndPoint.SslSessionData tls)) {
            return asked;
        }
        var chain = tls.peerCertificates();
        if (chain == null || chain.length == 0) {
            return asked;
        }
        return certificates.counts(tls) ? asked.withCertificate(chain[0]) : asked.withStranger(true);
    }

    private void upgrade(Request request, Response response, Callback callback, HttpResponse answer, Upgrade upgrade) {
        if (upgrade.transport() == Upgrade.Transport.SPDY) {
            headers(request, response, answer);
            upgradeToSpdy(request, response, callback, upgrade);
            return;
        }
        var components = request.getComponents();
        var socket = new ChannelSocket(
                upgrade.channels(), options.clock(), components.getExecutor(), components.getScheduler(), running);
        boolean upgraded = sockets.upgrade(
                (asked, agreed, failed) -> {
                    if (!upgrade.protocol().isEmpty()) {
                        agreed.setAcceptedSubProtocol(upgrade.protocol());
                    }
                    return socket;
                },
                request,
                response,
                callback);
        if (!upgraded) {
            upgrade.channels().close();
            Response.writeError(request, response, callback, 400);
        }
    }

    private void upgradeToSpdy(Request request, Response response, Callback callback, Upgrade upgrade) {
        var metadata = request.getConnectionMetaData();
        if (metadata.getHttpVersion() != HttpVersion.HTTP_1_1) {
            upgrade.channels().close();
            Response.writeError(request, response, callback, 400);
            return;
        }
        var socket = new SpdySocket(
                metadata.getConnection().getEndPoint(),
                request,
                upgrade.channels(),
                options.clock(),
                options.streamIdle(),
                running);
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, socket);
        callback.succeeded();
    }

    /** Nobody on the way may keep an answer, unless it says otherwise (apiserver {@code server/filters/cachecontrol.go}). */
    private static void headers(Request request, Response response, HttpResponse answer) {
        response.setStatus(answer.status());
        AuditId.tell(request, response);
        if (!answer.headers().has("Cache-Control")) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
        }
        answer.headers()
                .asMap()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
    }

    private void send(Response response, Callback callback, Request request, HttpResponse answer) {
        headers(request, response, answer);
        if (answer.payload() instanceof EventStream events) {
            WatchWriter.start(request, response, callback, events, watches, running);
            return;
        }
        if (answer.payload() instanceof LogBody body) {
            LogWriter.start(request, response, callback, body.log(), options.clock(), running);
            return;
        }
        var bytes = Compression.applied(request, response, ((HttpResponse.Bytes) answer.payload()).bytes());
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
