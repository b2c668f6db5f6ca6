package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.proxy.ProxyExchange;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.PodProxyOptions;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Requests that are passed on to pods, services and nodes: {@code /proxy} and whatever path follows. */
final class ProxyRequests {
    private static final Set<String> PARENTS = Set.of("pods", "services", "nodes");

    private final ApiServer server;

    ProxyRequests(ApiServer server) {
        this.server = server;
    }

    boolean handles(RequestPath path) {
        return path.group().isEmpty() && path.subresource().equals("proxy") && PARENTS.contains(path.plural());
    }

    HttpResponse handle(UserInfo user, RequestPath path, HttpRequest request) {
        boolean namespaced = !path.plural().equals("nodes");
        if (namespaced == path.namespace().isEmpty() || !path.version().equals("v1")) {
            throw ApiErrors.noSuchResource();
        }
        var rest = rest(request.target());
        if (rest.isEmpty() && Set.of("GET", "HEAD").contains(request.method())) {
            return withSlash(request.target());
        }
        var answer = (ApiResponse.Connected) server.handle(new ApiRequest(
                Credentials.of(user),
                verb(request.method()),
                path.groupVersionResource(),
                path.subresource(),
                path.namespace(),
                path.name(),
                new Body.Connect(new PodProxyOptions(rest)),
                RequestOptions.NONE));
        var exchange = ProxyExchange.start(
                (ProxyTarget) answer.session(),
                request.method(),
                rest.startsWith("/") ? rest : "/" + rest,
                forwarded(request),
                request.body());
        var waiting = new ProxyBody(exchange, refused -> Answers.refusal(refused, request, Codec.of(server.types())));
        return waiting.answer().orElseGet(() -> new HttpResponse(200, Headers.NONE, waiting));
    }

    /** What follows {@code /proxy}, as it was sent. */
    private static String rest(String target) {
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var parts = path.split("/", -1);
        int at = 0;
        for (var part : parts) {
            at += part.length() + 1;
            if (part.equals("proxy")) {
                break;
            }
        }
        return at > path.length() ? "" : target.substring(at - 1);
    }

    private static HttpResponse withSlash(String target) {
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? "" : target.substring(mark);
        return new HttpResponse(301, Headers.NONE, new HttpResponse.Bytes(new byte[0]))
                .with("Location", path + "/" + query);
    }

    private static TreeMap<String, List<String>> forwarded(HttpRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers().asMap());
        headers.keySet().removeIf(name -> name.regionMatches(true, 0, "Impersonate-", 0, 12));
        headers.put("X-Forwarded-Uri", List.of(request.path()));
        headers.put("X-Forwarded-Host", List.of(request.headers().first("Host")));
        return headers;
    }

    private static Verb verb(String method) {
        return switch (method) {
            case "POST" -> Verb.CREATE;
            case "PUT" -> Verb.UPDATE;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> Verb.DELETE;
            case "GET", "HEAD", "OPTIONS" -> Verb.GET;
            default -> throw ApiErrors.methodNotAllowed();
        };
    }

    /** The answer of an exchange; empty while it is not there. */
    static Optional<HttpResponse> answer(ProxyExchange exchange) {
        var head = exchange.head();
        if (head.isEmpty()) {
            exchange.failure().ifPresent(why -> {
                exchange.close();
                throw ApiErrors.serviceUnavailable("error trying to reach service: " + why);
            });
            return Optional.empty();
        }
        var headers = Headers.NONE;
        for (var field : head.get().headers().entrySet()) {
            for (var value : field.getValue()) {
                headers = headers.with(field.getKey(), value);
            }
        }
        return Optional.of(new HttpResponse(head.get().status(), headers, new LogBody(exchange)));
    }
}
