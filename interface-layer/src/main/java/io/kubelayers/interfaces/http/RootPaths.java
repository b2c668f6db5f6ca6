package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.types.TypeRegistry;
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

    private final Supplier<TypeRegistry> types;

    RootPaths(Supplier<TypeRegistry> types) {
        this.types = types;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        if (!request.path().equals("/") && !request.path().equals("/index.html")) {
            return Optional.empty();
        }
        var paths = new TreeSet<>(OTHERS);
        var served = types.get();
        for (var group : served.groups()) {
            if (!group.isEmpty()) {
                paths.add("/apis/" + group);
                served.versions(group).forEach(version -> paths.add("/apis/" + group + "/" + version));
            }
        }
        return Optional.of(
                Text.tree(200, Output.of(request, target -> false), Map.of("paths", new ArrayList<>(paths))));
    }
}
