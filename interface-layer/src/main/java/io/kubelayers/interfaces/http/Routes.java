package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;

/** Which paths exist, and which methods they have. */
final class Routes {
    /** What is done to single objects. */
    private static final List<String> NAMED = List.of("get", "update", "patch", "delete");

    private Routes() {}

    /**
     * The resource of a path.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 404 if there is no such path
     */
    static ResourceType find(TypeRegistry types, RequestPath path) {
        var type = types.byResource(path.groupVersionResource()).orElseThrow(ApiErrors::noSuchResource);
        boolean namespacedPath = !path.namespace().isEmpty() && !path.isNamespace();
        boolean placed = type.namespaced() ? namespacedPath || path.name().isEmpty() : !namespacedPath;
        if (!type.served() || !placed || !path.rest().isEmpty()) {
            throw ApiErrors.noSuchResource();
        }
        if (!path.subresource().isEmpty()
                && type.subresource(path.subresource()).isEmpty()) {
            throw type.dynamic()
                    ? ApiErrors.notFound(new ApiErrors.Resource(type.group(), type.plural()), path.name())
                    : ApiErrors.noSuchResource();
        }
        return type;
    }

    /**
     * What is asked of it.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 405 if the path has no such method
     */
    static Verb verb(ResourceType type, RequestPath path, HttpRequest request) {
        if (request.method().equals("HEAD") && !type.dynamic()) {
            throw ApiErrors
                    .methodNotAllowed(); // built-in kinds have no route for it, handlers of custom ones answer it
        }
        var verb = verb(path);
        var verbs = verbs(type, path);
        boolean collection = path.name().isEmpty();
        if (!collection && path.subresource().isEmpty() && NAMED.stream().noneMatch(verbs::contains)) {
            throw ApiErrors.noSuchResource(); // of what is only created there are no single ones
        }
        boolean fits =
                switch (verb) {
                    case CREATE -> collection
                            ? !path.namespace().isEmpty() || !type.namespaced()
                            : !path.subresource().isEmpty();
                    case GET, UPDATE, PATCH, DELETE -> !collection;
                    case DELETECOLLECTION -> !type.namespaced()
                            || !path.namespace().isEmpty();
                    case LIST, WATCH -> true;
                };
        if (!fits || !verbs.contains(verb.word())) {
            throw type.dynamic()
                    ? ApiErrors.methodNotSupported(new ApiErrors.Resource(type.group(), type.plural()), path.verb())
                    : ApiErrors.methodNotAllowed();
        }
        return verb;
    }

    private static Verb verb(RequestPath path) {
        for (var verb : Verb.values()) {
            if (verb.word().equals(path.verb())) {
                return verb;
            }
        }
        throw ApiErrors.methodNotAllowed();
    }

    private static List<String> verbs(ResourceType type, RequestPath path) {
        return path.subresource().isEmpty()
                ? type.verbs()
                : type.subresource(path.subresource()).orElseThrow().verbs();
    }
}
