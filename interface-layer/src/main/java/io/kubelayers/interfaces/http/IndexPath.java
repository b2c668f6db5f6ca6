package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.discovery.Discovery;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** {@code /}: which paths there are (apiserver {@code server/routes/index.go}). */
final class IndexPath implements PathHandler {
    private static final List<String> FIXED = List.of(
            "/api",
            "/apis",
            "/apis/",
            "/healthz",
            "/livez",
            "/metrics",
            "/openapi/v2",
            "/openapi/v3",
            "/readyz",
            "/version");

    private final Supplier<TypeRegistry> types;

    IndexPath(Supplier<TypeRegistry> types) {
        this.types = types;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/") && !request.path().equals("/index.html")) {
            return Optional.empty();
        }
        var paths = new TreeSet<>(FIXED);
        for (var version : Discovery.of(types.get()).groupVersions()) {
            if (version.group().isEmpty()) {
                paths.add("/api/" + version.version());
            } else {
                paths.add("/apis/" + version.group());
                paths.add("/apis/" + version);
            }
        }
        return Optional.of(Text.json(200, Codec.prettyJson(Map.of("paths", List.copyOf(paths)))));
    }
}
