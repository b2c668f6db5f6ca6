package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * How a kind shows itself as a Scale.
 *
 * @param <T> the kind
 */
public interface ScaleRules<T extends KubernetesObject> {
    Class<T> type();

    /** The scale of an object: wanted and present replicas, selector of its pods. */
    Scale read(T object);

    /** The object with another number of wanted replicas. */
    T withReplicas(T object, int replicas);
}
