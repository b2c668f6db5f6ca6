package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.discovery.Discovery;
import io.kubelayers.interfaces.http.openapi.OpenApi;
import io.kubelayers.interfaces.http.openapi.SwaggerProtobuf;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code /openapi/v3}, its documents, and {@code /openapi/v2}. Documents are made once for each set of kinds. */
final class OpenApiPaths implements PathHandler {
    private static final String INDEX = "/openapi/v3";

    private final ApiServer server;
    private volatile @Nullable Made made;

    /** The documents of a state of the registry, as they are asked for. */
    private static final class Made {
        final TypeRegistry types;
        final OpenApi openApi;
        final Map<String, String> documents = new ConcurrentHashMap<>();
        private byte @Nullable [] swagger;

        Made(TypeRegistry types, OpenApi openApi) {
            this.types = types;
            this.openApi = openApi;
        }

        /** The document of version 2 as protobuf. */
        synchronized byte[] swagger() {
            var known = swagger;
            if (known == null) {
                known = SwaggerProtobuf.of(openApi.swagger());
                swagger = known;
            }
            return known;
        }
    }

    OpenApiPaths(ApiServer server) {
        this.server = server;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        var path = request.path();
        if (path.equals(INDEX)) {
            return Optional.of(index());
        }
        if (path.equals("/openapi/v2") && wantsProtobuf(request)) {
            var full = HttpResponse.of(200, SwaggerProtobuf.CONTENT_TYPE, made().swagger());
            return Optional.of(Conditional.answer(request, full, SwaggerProtobuf.CONTENT_TYPE));
        }
        if (path.equals("/openapi/v2")) {
            var output = Output.of(request, target -> false);
            return Optional.of(Conditional.answer(
                    request,
                    json(document("", () -> Optional.of(openApi().swagger())).orElseThrow()),
                    output.format().text()));
        }
        if (!path.startsWith(INDEX + "/")) {
            return Optional.empty();
        }
        var name = path.substring(INDEX.length() + 1);
        var version = groupVersion(name);
        var document = version.isPresent()
                ? document(name, () -> openApi().document(version.get()))
                : document(name, () -> openApi().document(name));
        if (document.isEmpty()) {
            return Optional.of(new HttpResponse(404, Headers.NONE, new HttpResponse.Bytes(new byte[0])));
        }
        Output.of(request, target -> false);
        var asked = request.query().first("hash");
        var link = link(name, document.get());
        if (!asked.isEmpty() && !link.endsWith("=" + asked)) {
            return Optional.of(HttpResponse.of(301, "text/html; charset=utf-8", new byte[0])
                    .with("Location", link));
        }
        var answer = Conditional.answer(request, json(document.get()), "application/json");
        return Optional.of(asked.isEmpty() ? answer : answer.with("Cache-Control", "public, immutable"));
    }

    private static HttpResponse json(String document) {
        return HttpResponse.of(200, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    /** Clients that read both name protobuf first. */
    private static boolean wantsProtobuf(HttpRequest request) {
        return request.headers().first("Accept").startsWith("application/com.github.proto-openapi.spec.v2");
    }

    private static Optional<GroupVersion> groupVersion(String path) {
        if (path.startsWith("api/")) {
            return Optional.of(new GroupVersion("", path.substring(4)));
        }
        var parts = path.split("/");
        return parts.length == 3 && parts[0].equals("apis")
                ? Optional.of(new GroupVersion(parts[1], parts[2]))
                : Optional.empty();
    }

    private HttpResponse index() {
        var paths = new TreeMap<String, @Nullable Object>();
        for (var version : Discovery.of(server.types()).groupVersions()) {
            var name = version.group().isEmpty() ? "api/" + version.version() : "apis/" + version;
            document(name, () -> openApi().document(version))
                    .ifPresent(text -> paths.put(name, Map.of("serverRelativeURL", link(name, text))));
        }
        for (var name : openApi().documents()) {
            document(name, () -> openApi().document(name))
                    .ifPresent(text -> paths.put(name, Map.of("serverRelativeURL", link(name, text))));
        }
        return HttpResponse.text(200, Codec.json(Map.of("paths", paths)));
    }

    private static String link(String name, String document) {
        return INDEX + "/" + name + "?hash=" + Conditional.hash(document.getBytes(StandardCharsets.UTF_8));
    }

    /** What is made of the kinds that there are now. */
    private Made made() {
        var types = server.types();
        var now = made;
        if (now == null || now.types != types) {
            now = new Made(types, OpenApi.of(types, this::customSchema));
            made = now;
        }
        return now;
    }

    private OpenApi openApi() {
        return made().openApi;
    }

    private interface Maker {
        Optional<Map<String, @Nullable Object>> make();
    }

    private Optional<String> document(String name, Maker maker) {
        var documents = made().documents;
        var known = documents.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var text = maker.make().map(Codec::json);
        text.ifPresent(json -> documents.put(name, json));
        return text;
    }

    /** The schema that a definition gives for a version of its kind. */
    private Optional<Map<String, @Nullable Object>> customSchema(ResourceType type) {
        var definitions = server.types().byClass(CustomResourceDefinition.class);
        if (definitions.isEmpty()) {
            return Optional.empty();
        }
        var request = new ApiRequest(
                Credentials.of(Users.admin()),
                Verb.GET,
                definitions.get().groupVersionResource(),
                "",
                "",
                type.plural() + "." + type.group(),
                Body.none(),
                RequestOptions.NONE);
        if (server.handle(request) instanceof ApiResponse.One one
                && one.object() instanceof CustomResourceDefinition definition) {
            var codec = Codec.of(server.types());
            for (var version : definition.spec().versions()) {
                if (version.name().equals(type.version()) && version.schema() != null) {
                    return Optional.of(Tree.map(Tree.get(codec.toTree(version.schema()), "openAPIV3Schema")));
                }
            }
        }
        return Optional.empty();
    }
}
