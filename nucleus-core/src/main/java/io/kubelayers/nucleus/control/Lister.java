package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * Reads the objects of one kind, in the order of their keys.
 *
 * @param <T> the kind
 */
public interface Lister<T extends KubernetesObject> {
    /** The object of that name; the namespace is "" for cluster-scoped kinds. */
    Optional<T> get(String namespace, String name);

    /** A number that stays as long as no object of the kind is written or deleted, and then grows. */
    long writes();

    /** All objects, of all namespaces. */
    List<T> list();

    /** The objects of a namespace. */
    List<T> list(String namespace);

    /**
     * The objects that an index files under a value.
     *
     * @throws IllegalArgumentException if the cluster keeps no such index for the kind
     */
    List<T> byIndex(String index, String value);
}
