package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.discovery.Discovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** {@code /}: the paths there are, sorted (apiserver {@code server/routes/index.go}). */
final class RootPaths implements PathHandler {
    private static final List<String> OTHERS = List.of(
            "/api",
            "/api/v1",
            "/apis",
            "/apis/",
            "/healthz",
            "/livez",
            "/openapi/v2",
            "/openapi/v3",
            "/openapi/v3/",
            "/readyz",
            "/version");

    private final Supplier<Discovery> discovery;

    RootPaths(Supplier<Discovery> discovery) {
        this.discovery = discovery;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/") && !request.path().equals("/index.html")) {
            return Optional.empty();
        }
        var paths = new TreeSet<>(OTHERS);
        for (var version : discovery.get().groupVersions()) {
            if (!version.group().isEmpty()) {
                paths.add("/apis/" + version.group());
                paths.add("/apis/" + version);
            }
        }
        return Optional.of(
                Text.tree(200, Output.of(request, target -> false), Map.of("paths", new ArrayList<>(paths))));
    }
}
