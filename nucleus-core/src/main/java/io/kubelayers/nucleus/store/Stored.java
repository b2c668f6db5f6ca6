package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Objects;

/**
 * An object as the store holds it. Its {@code metadata.resourceVersion} is {@code modRevision} already, so it can be
 * handed out as it is, to any number of readers.
 *
 * @param key where it lives
 * @param object the object
 * @param createRevision revision of the write that created it
 * @param modRevision revision of the last write to it
 */
public record Stored(Key key, KubernetesObject object, long createRevision, long modRevision) {
    public Stored {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(object, "object");
    }

    /** The object as the kind the caller knows it is of. Throws ClassCastException if it is of another. */
    public <T extends KubernetesObject> T as(Class<T> kind) {
        return kind.cast(object);
    }

    @Override
    public String toString() {
        return key + "@" + modRevision;
    }
}
