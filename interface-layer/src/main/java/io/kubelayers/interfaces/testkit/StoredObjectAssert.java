package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * Assertions about an object of any kind in a cluster.
 *
 * @param <T> the kind
 */
public final class StoredObjectAssert<T extends KubernetesObject>
        extends AbstractStoredObjectAssert<StoredObjectAssert<T>, T> {
    StoredObjectAssert(Cluster cluster, T object) {
        super(cluster, object, StoredObjectAssert.class);
    }
}
