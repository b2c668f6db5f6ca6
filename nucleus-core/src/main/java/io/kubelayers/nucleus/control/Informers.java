package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;

/**
 * What controllers know of the cluster without asking the API. In process these are views of the store's own persistent
 * indexes; over HTTP they are caches. Either way what they show may lag behind a write just made, so reconcilers must be
 * written for that.
 */
public interface Informers {
    <T extends KubernetesObject> Lister<T> lister(Class<T> kind);

    Lister<KubernetesObject> lister(ResourceType type);

    /** The objects of every kind that an index files under a value, in the order of their keys. */
    List<KubernetesObject> find(String index, String value);
}
