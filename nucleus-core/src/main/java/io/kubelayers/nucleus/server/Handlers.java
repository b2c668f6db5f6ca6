package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Subresources and resources that answer for themselves. */
final class Handlers {
    private record Place(Class<?> kind, String subresource) {}

    private final Map<Place, SubresourceHandler> subresources = new HashMap<>();
    private final Map<Class<?>, VirtualResource> resources = new HashMap<>();
    private final Bodies bodies;
    private final Rules rules;
    private final FieldOwnership ownership;
    private final List<Stage> admission;

    /** @param admission what a create goes through before somebody answers it */
    Handlers(
            Collection<SubresourceHandler> subresources,
            Collection<VirtualResource> resources,
            Bodies bodies,
            Rules rules,
            FieldOwnership ownership,
            List<Stage> admission) {
        this.bodies = bodies;
        this.rules = rules;
        this.ownership = ownership;
        this.admission = admission;
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
        if (context.request().body() instanceof Body.Tree
                || context.request().body() instanceof Body.Text
                || context.request().body() instanceof Body.Typed) {
            context.request(context.request().withBody(Body.of(sent(context))));
        }
        // Those who answer for themselves see whom the server has authenticated, not what was shown for it.
        var request = context.request().withCredentials(Credentials.of(context.user()));
        var kind = Objects.requireNonNull(context.type().record());
        var handler = subresources.get(new Place(kind, request.subresource()));
        return handler != null
                ? handler.handle(request)
                : Objects.requireNonNull(resources.get(kind)).handle(request);
    }

    private boolean keepsSystemFields(RequestContext context) {
        var kind = Objects.requireNonNull(context.type().record());
        var handler = subresources.get(new Place(kind, context.request().subresource()));
        return handler != null && handler.keepsSystemFields();
    }

    /** What was sent; of a create as it is after admission, with who sent it as its owner. */
    private KubernetesObject sent(RequestContext context) {
        var read = context.request().body() instanceof Body.Typed typed ? typed.object() : bodies.object(context);
        if (context.verb() != Verb.CREATE) {
            return read;
        }
        var defaulted = rules.defaulted(read);
        var placed = Creation.placed(
                context, keepsSystemFields(context) ? defaulted : Creation.withoutSystemFields(defaulted));
        context.object(context.request().body() instanceof Body.Typed ? placed : ownership.ofAnswered(context, placed));
        admission.forEach(stage -> stage.handle(context));
        return context.objectToStore();
    }
}
