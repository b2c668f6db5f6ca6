package io.kubelayers.nucleus.types;

import io.kubelayers.nucleus.api.Subresource;
import java.util.List;

/**
 * A subresource of a kind, such as {@code pods/log}.
 *
 * @param name last part of the path, such as {@code status}
 * @param verbs what can be done with it: get, update, patch, create, delete
 * @param kind kind of the body; empty means the parent kind
 */
public record SubresourceType(String name, List<String> verbs, String kind) {
    public SubresourceType {
        verbs = List.copyOf(verbs);
    }

    static SubresourceType of(Subresource subresource) {
        return new SubresourceType(subresource.name(), List.of(subresource.verbs()), subresource.kind());
    }
}
