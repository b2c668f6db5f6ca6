package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Credentials;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Subresources and resources that answer for themselves. */
final class Handlers {
    private record Place(Class<?> kind, String subresource) {}

    private final Map<Place, SubresourceHandler> subresources = new HashMap<>();
    private final Map<Class<?>, VirtualResource> resources = new HashMap<>();
    private final Bodies bodies;

    Handlers(Collection<SubresourceHandler> subresources, Collection<VirtualResource> resources, Bodies bodies) {
        this.bodies = bodies;
        for (var handler : subresources) {
            this.subresources.put(new Place(handler.parent(), handler.name()), handler);
        }
        for (var resource : resources) {
            this.resources.put(resource.kind(), resource);
        }
    }

    boolean handles(RequestContext context) {
        var kind = context.type().record();
        return kind != null
                && (resources.containsKey(kind)
                        || subresources.containsKey(
                                new Place(kind, context.request().subresource())));
    }

    ApiResponse handle(RequestContext context) {
        // Those who answer for themselves see whom the server has authenticated, not what was shown for it.
        var request = context.request().withCredentials(Credentials.of(context.user()));
        if (request.body() instanceof Body.Tree || request.body() instanceof Body.Text) {
            request = request.withBody(Body.of(bodies.object(context)));
        }
        var kind = Objects.requireNonNull(context.type().record());
        var handler = subresources.get(new Place(kind, request.subresource()));
        return handler != null
                ? handler.handle(request)
                : Objects.requireNonNull(resources.get(kind)).handle(request);
    }
}
