package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.metrics.Handled;
import io.kubelayers.interfaces.http.metrics.RequestMetrics;
import io.kubelayers.nucleus.server.ApiServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Counts the requests of an API by what they are about; what nobody serves is not told apart, so that labels stay few. */
final class Counting {
    private static final List<String> PATHS = List.of(
            "/healthz", "/livez", "/readyz", "/metrics", "/version", "/openapi/v2", "/openapi/v3", "/apis", "/api");

    private static final Set<String> CONNECTING = Set.of("exec", "attach", "portforward", "proxy", "log");

    private final ApiServer server;
    private final RequestMetrics metrics;

    Counting(ApiServer server, RequestMetrics metrics) {
        this.server = server;
        this.metrics = metrics;
    }

    static boolean writes(HttpRequest request) {
        return switch (request.method()) {
            case "POST", "PUT", "PATCH", "DELETE" -> true;
            default -> false;
        };
    }

    void entered(HttpRequest request) {
        metrics.entered(writes(request));
    }

    void left(HttpRequest request, int code, Duration took) {
        metrics.left(writes(request));
        handled(request).ifPresent(what -> metrics.handled(what, code, took));
    }

    private Optional<Handled> handled(HttpRequest request) {
        var path = RequestPath.of(request);
        if (!path.resource()) {
            return PATHS.stream()
                    .filter(known -> path.path().equals(known) || path.path().startsWith(known + "/"))
                    .findFirst()
                    .map(known -> new Handled(request.method(), "", "", "", known, "", ""));
        }
        var type = server.types().byResource(path.groupVersionResource());
        if (type.isEmpty()
                || !path.subresource().isEmpty()
                        && type.get().subresource(path.subresource()).isEmpty()) {
            return Optional.empty();
        }
        var scope = !path.name().isEmpty() ? "resource" : path.namespace().isEmpty() ? "cluster" : "namespace";
        return Optional.of(new Handled(
                verb(request, path),
                path.group(),
                path.version(),
                path.plural(),
                path.subresource(),
                scope,
                request.query().has("dryRun") ? "All" : ""));
    }

    private static String verb(HttpRequest request, RequestPath path) {
        if (CONNECTING.contains(path.subresource())) {
            return "CONNECT";
        }
        return switch (path.verb()) {
            case "create" -> "POST";
            case "update" -> "PUT";
            case "patch" -> request.headers().first("Content-Type").startsWith("application/apply-patch")
                    ? "APPLY"
                    : "PATCH";
            default -> path.verb().toUpperCase(Locale.ROOT);
        };
    }
}
