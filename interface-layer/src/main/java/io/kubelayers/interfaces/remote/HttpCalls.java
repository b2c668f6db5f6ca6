package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.Body;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Turns requests of the API into those of HTTP and sends them. */
final class HttpCalls {
    private static final String JSON = "application/json";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final RemoteCluster cluster;
    private final HttpClient http;
    private final Codec codec;
    private final String agent;
    private final Duration patience;

    private HttpCalls(RemoteCluster cluster, HttpClient http, Codec codec, String agent, Duration patience) {
        this.cluster = cluster;
        this.http = http;
        this.codec = codec;
        this.agent = agent;
        this.patience = patience;
    }

    static HttpCalls to(RemoteCluster cluster, Codec codec, String agent) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // a connection for each watch, so that none holds up another
                .connectTimeout(CONNECT)
                .sslContext(TlsContext.of(cluster.trust()))
                .build();
        return new HttpCalls(cluster, http, codec, agent, ANSWER);
    }

    HttpCalls as(@Nullable UserInfo other) {
        return new HttpCalls(cluster.withActingAs(other), http, codec, agent, patience);
    }

    HttpCalls with(Codec other) {
        return new HttpCalls(cluster, http, other, agent, patience);
    }

    HttpCalls waiting(Duration atMost) {
        return new HttpCalls(cluster, http, codec, agent, atMost);
    }

    RemoteCluster cluster() {
        return cluster;
    }

    Codec codec() {
        return codec;
    }

    HttpResponse<String> send(ApiRequest request) {
        var call = call(request).timeout(patience).build();
        try {
            return http.send(call, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw Unreachable.at(cluster.server(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unreachable.at(cluster.server(), e);
        }
    }

    /** Begins a request whose answer comes in pieces. */
    <T> CompletableFuture<HttpResponse<T>> begin(ApiRequest request, HttpResponse.BodyHandler<T> handler) {
        return http.sendAsync(call(request).build(), handler);
    }

    private HttpRequest.Builder call(ApiRequest request) {
        var body = request.body();
        var call = HttpRequest.newBuilder(RequestUrl.of(cluster.server(), request))
                .header("Accept", JSON)
                .header("User-Agent", agent)
                .header(
                        "Content-Type",
                        body instanceof Body.Patch patch ? patch.type().contentType() : JSON)
                .method(method(request), publisher(body));
        var authorization = cluster.authorization();
        if (authorization != null) {
            call.header("Authorization", authorization.get());
        }
        impersonate(call);
        return call;
    }

    private void impersonate(HttpRequest.Builder call) {
        var other = cluster.actingAs();
        if (other == null) {
            return;
        }
        call.header("Impersonate-User", other.username() == null ? "" : other.username());
        other.groups().forEach(group -> call.header("Impersonate-Group", group));
        var uid = other.uid();
        if (uid != null && !uid.isEmpty()) {
            call.header("Impersonate-Uid", uid);
        }
        other.extra().forEach((key, values) -> values.forEach(value -> call.header("Impersonate-Extra-" + key, value)));
    }

    private static String method(ApiRequest request) {
        return switch (request.verb()) {
            case GET, LIST, WATCH -> "GET";
            case CREATE -> "POST";
            case UPDATE -> "PUT";
            case PATCH -> "PATCH";
            case DELETE, DELETECOLLECTION -> "DELETE";
        };
    }

    private HttpRequest.BodyPublisher publisher(Body body) {
        if (body instanceof Body.None) {
            return HttpRequest.BodyPublishers.noBody();
        }
        return HttpRequest.BodyPublishers.ofString(text(body));
    }

    private String text(Body body) {
        if (body instanceof Body.Typed typed) {
            return codec.toJson(typed.object());
        }
        if (body instanceof Body.Tree tree) {
            return Codec.json(tree.tree());
        }
        if (body instanceof Body.Text text) {
            return text.text();
        }
        if (body instanceof Body.Patch patch) {
            return Codec.json(patch.tree());
        }
        if (body instanceof Body.Delete delete) {
            return codec.toJson(delete.options());
        }
        throw ApiErrors.badRequest("a remote client opens no connections to containers, proxies or logs");
    }
}
