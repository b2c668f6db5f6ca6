package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * Converts between a served version of a kind and the hub version in which objects are held.
 *
 * @param <W> the served version
 * @param <H> the hub
 */
public interface VersionConverter<W extends KubernetesObject, H extends KubernetesObject> {
    Class<W> served();

    Class<H> hub();

    H toHub(W object);

    W fromHub(H object);
}
