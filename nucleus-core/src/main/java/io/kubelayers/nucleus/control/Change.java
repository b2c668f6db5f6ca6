package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import org.jspecify.annotations.Nullable;

/**
 * A change as a controller's mapping sees it.
 *
 * @param type what happened
 * @param object the object now; the last state of a deleted one
 * @param previous the object before, null when it was added
 * @param <T> kind of the object
 */
public record Change<T extends KubernetesObject>(Type type, T object, @Nullable T previous) {
    /** What happened. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
