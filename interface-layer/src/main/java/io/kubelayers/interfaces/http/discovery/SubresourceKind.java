package io.kubelayers.interfaces.http.discovery;

import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;

/** The kind of a subresource's body; group and version are said only where they are not those of the resource. */
public final class SubresourceKind {
    private SubresourceKind() {}

    static GroupVersionKind of(ResourceType type, SubresourceType subresource) {
        var kind = subresource.kind().isEmpty() ? type.kind() : subresource.kind();
        return switch (kind) {
            case "Scale" -> new GroupVersionKind("autoscaling", "v1", kind);
            case "Eviction" -> new GroupVersionKind("policy", "v1", kind);
            case "TokenRequest" -> new GroupVersionKind("authentication.k8s.io", "v1", kind);
            default -> new GroupVersionKind("", "", kind);
        };
    }

    /** The kind of a subresource's body with group and version. */
    public static GroupVersionKind inFull(ResourceType type, SubresourceType subresource) {
        var kind = of(type, subresource);
        return kind.version().isEmpty() ? new GroupVersionKind(type.group(), type.version(), kind.kind()) : kind;
    }
}
