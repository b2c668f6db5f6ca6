package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.Stored;
import java.util.Optional;

/** Where a request's object is stored. */
final class Keys {
    private Keys() {}

    static Key of(RequestContext context) {
        var request = context.request();
        return new Key(context.type().storageResource(), request.namespace(), request.name());
    }

    static Optional<Stored> find(Store store, RequestContext context) {
        return store.get(of(context));
    }

    static Stored require(Store store, RequestContext context) {
        return find(store, context).orElseThrow(() -> notFound(context));
    }

    static ApiException notFound(RequestContext context) {
        var resource = resource(context);
        boolean scale = context.request().subresource().equals("scale") && context.verb() == Verb.GET;
        return ApiErrors.notFound(
                scale ? scaled(resource) : resource, context.request().name());
    }

    /** What upstream's reads of scales say is missing, kind by kind. */
    private static ApiErrors.Resource scaled(ApiErrors.Resource resource) {
        return switch (resource.toString()) {
            case "deployments.apps", "replicasets.apps" -> new ApiErrors.Resource(
                    resource.group(), resource.plural() + "/scale");
            case "replicationcontrollers" -> new ApiErrors.Resource("autoscaling", "replicationcontrollers/scale");
            default -> resource;
        };
    }

    static ApiErrors.Resource resource(RequestContext context) {
        return new ApiErrors.Resource(context.type().group(), context.type().plural());
    }
}
