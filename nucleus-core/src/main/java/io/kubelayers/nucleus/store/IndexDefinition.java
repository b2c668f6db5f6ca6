package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A secondary index: the values under which objects of one resource can be found, such as the node of a pod.
 *
 * <p>The store asks for the values once a write and keeps them with the state, so an index is as consistent, as old or
 * as forked as the objects are.
 *
 * @param name name of the index, unique in a store, such as {@code pods-by-node}
 * @param resource resource whose objects are indexed, as in {@link Key#resource()}, or {@link #EVERY_RESOURCE}
 * @param values the values of an object, possibly none; must depend on the object alone, and not fail
 */
public record IndexDefinition(String name, String resource, Function<KubernetesObject, List<String>> values) {
    /** In place of a resource: the index covers the objects of all resources. */
    public static final String EVERY_RESOURCE = "";

    public IndexDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(values, "values");
    }
}
