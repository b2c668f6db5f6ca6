package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.GroupVersionKind;

/** What kind a request's body is to be: that of the resource, or of a subresource with a kind of its own. */
final class BodyKind {
    private BodyKind() {}

    /** Whether that kind may be sent: evictions may be of an older version too ({@code EvictionREST.AcceptsGroupVersion}). */
    static boolean accepts(RequestContext context, GroupVersionKind given) {
        var wanted = of(context);
        return given.equals(wanted)
                || wanted.kind().equals("Eviction")
                        && given.equals(new GroupVersionKind("policy", "v1beta1", "Eviction"));
    }

    static GroupVersionKind of(RequestContext context) {
        var type = context.type();
        var name = context.request().subresource();
        var kind = name.isEmpty()
                ? ""
                : type.subresource(name).map(subresource -> subresource.kind()).orElse("");
        return switch (kind) {
            case "" -> type.groupVersionKind();
            case "Scale" -> new GroupVersionKind("autoscaling", "v1", kind);
            case "Eviction" -> new GroupVersionKind("policy", "v1", kind);
            case "TokenRequest" -> new GroupVersionKind("authentication.k8s.io", "v1", kind);
            default -> new GroupVersionKind("", "v1", kind);
        };
    }
}
