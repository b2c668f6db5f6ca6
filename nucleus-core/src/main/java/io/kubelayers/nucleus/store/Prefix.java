package io.kubelayers.nucleus.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of keys to list or watch: a whole resource, or what one namespace has of it.
 *
 * @param resource resource as in {@link Key#resource()}
 * @param namespace the one namespace, or null for all of them; cluster-wide resources take null
 */
public record Prefix(String resource, @Nullable String namespace) {
    public Prefix {
        Objects.requireNonNull(resource, "resource");
    }

    /** Every object of a resource, of all namespaces. */
    public static Prefix all(String resource) {
        return new Prefix(resource, null);
    }

    /** The objects of a resource in one namespace. */
    public static Prefix in(String resource, String namespace) {
        return new Prefix(resource, Objects.requireNonNull(namespace, "namespace"));
    }

    /** Whether the key lies in this stretch. */
    public boolean covers(Key key) {
        return resource.equals(key.resource()) && (namespace == null || namespace.equals(key.namespace()));
    }

    @Override
    public String toString() {
        return "/registry/" + resource + '/' + (namespace == null ? "" : namespace + '/');
    }
}
