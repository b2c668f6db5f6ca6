package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * Assertions about an object at hand.
 *
 * @param <T> the kind
 */
public final class KubernetesObjectAssert<T extends KubernetesObject>
        extends AbstractKubernetesObjectAssert<KubernetesObjectAssert<T>, T> {
    KubernetesObjectAssert(T object) {
        super(object, KubernetesObjectAssert.class);
    }
}
