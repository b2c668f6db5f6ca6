package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.RevisionConflictException;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes stored objects directly, past the rules of their kind and past admission: for subresources whose very purpose
 * is to change what clients may not, such as {@code pods/binding}.
 */
public final class StoredObjects {
    private final Store store;
    private final Supplier<TypeRegistry> types;

    public StoredObjects(Store store, Supplier<TypeRegistry> types) {
        this.store = store;
        this.types = types;
    }

    /**
     * Changes the newest state of an object, trying again when somebody else was faster.
     *
     * @param change gives the new state; may throw to refuse, and returns its argument to leave things as they are
     * @throws io.kubelayers.nucleus.errors.ApiException 404 if there is no such object
     */
    public <T extends KubernetesObject> T update(
            Class<T> kind, String namespace, String name, UnaryOperator<T> change) {
        var type = types.get().typeOf(kind);
        var key = new Key(type.storageResource(), namespace, name);
        while (true) {
            var current = store.get(key).orElseThrow(() -> ApiErrors.notFound(resource(type), name));
            var changed = change.apply(kind.cast(current.object()));
            if (changed == current.object()) {
                return changed;
            }
            try {
                return kind.cast(
                        store.update(key, changed, current.modRevision()).object());
            } catch (RevisionConflictException raced) {
                // look at the newer state
            }
        }
    }

    /**
     * An object as it is stored.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 404 if there is no such object
     */
    public <T extends KubernetesObject> T get(Class<T> kind, String namespace, String name) {
        var type = types.get().typeOf(kind);
        return store.get(new Key(type.storageResource(), namespace, name))
                .map(held -> kind.cast(held.object()))
                .orElseThrow(() -> ApiErrors.notFound(resource(type), name));
    }

    /** Removes an object if it is still in the state that the caller saw. */
    public <T extends KubernetesObject> boolean removeIfUnchanged(T object) {
        var metadata = object.metadata();
        var key = new Key(
                types.get().typeOf(object).storageResource(), metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        try {
            store.delete(key, Long.parseLong(String.valueOf(metadata.resourceVersion())));
            return true;
        } catch (RevisionConflictException raced) {
            return false;
        }
    }

    private static ApiErrors.Resource resource(ResourceType type) {
        return new ApiErrors.Resource(type.group(), type.plural());
    }
}
