package io.kubelayers.nucleus.store;

import java.util.List;
import java.util.Optional;

/**
 * One state of the store, to read as often and as long as one likes: it never changes. Schedulers and informers in the
 * same process read these instead of keeping copies.
 *
 * <p>The lists are immutable views: getting one and asking its size costs logarithmic time, walking it constant time an
 * object. Asking for an object by its position copies the references of the list the first time.
 */
public interface View {
    /** Revision of the state. */
    long revision();

    /**
     * How often a resource was written until this state. As long as the number stays, so does all that is stored of the
     * resource: who works something out from many objects can keep it beside the number.
     */
    long writes(String resource);

    /** The object at a key. */
    Optional<Stored> get(Key key);

    /** The objects of a resource, or of one of its namespaces, in the order of their keys. */
    List<Stored> list(Prefix prefix);

    /**
     * The objects to which an index gives a value, in the order of their keys.
     *
     * @throws IllegalArgumentException if the store has no index of this name
     */
    List<Stored> byIndex(String index, String value);

    /**
     * The objects of one resource to which an index gives a value, in the order of their keys.
     *
     * @throws IllegalArgumentException if the store has no index of this name for the resource
     */
    default List<Stored> byIndex(String resource, String index, String value) {
        return byIndex(index, value).stream()
                .filter(stored -> stored.key().resource().equals(resource))
                .toList();
    }
}
