package io.kubelayers.nucleus.meta;

/**
 * An API object: metadata and the rest. A record of a built-in kind, or a {@link DynamicObject} of a custom one.
 *
 * <p>Objects are immutable; {@code withX} methods give changed copies. apiVersion and kind are not fields: a record's
 * {@link io.kubelayers.nucleus.api.Kind} says them, a {@link DynamicObject} carries its own.
 */
public interface KubernetesObject {
    ObjectMeta metadata();

    /** The same object with other metadata. */
    KubernetesObject withMetadata(ObjectMeta metadata);
}
