package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.Stored;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Informers that are views of a store in the same process: nothing is copied, nothing lags, a fork needs no resync. */
public final class StoreInformers implements Informers {
    private final Store store;
    private final Supplier<TypeRegistry> types;

    public StoreInformers(Store store, Supplier<TypeRegistry> types) {
        this.store = store;
        this.types = types;
    }

    @Override
    public <T extends KubernetesObject> Lister<T> lister(Class<T> kind) {
        return new StoreLister<>(store, types.get().typeOf(kind).storageResource());
    }

    @Override
    public Lister<KubernetesObject> lister(ResourceType type) {
        return new StoreLister<>(store, type.storageResource());
    }

    @Override
    public List<KubernetesObject> find(String index, String value) {
        var found = new ArrayList<KubernetesObject>();
        for (var stored : store.snapshot().byIndex(index, value)) {
            found.add(stored.object());
        }
        return found;
    }

    private record StoreLister<T extends KubernetesObject>(Store store, String resource) implements Lister<T> {
        @Override
        public Optional<T> get(String namespace, String name) {
            return store.get(new Key(resource, namespace, name)).map(StoreLister::object);
        }

        @Override
        public long writes() {
            return store.snapshot().writes(resource);
        }

        @Override
        public List<T> list() {
            return objects(store.snapshot().list(Prefix.all(resource)));
        }

        @Override
        public List<T> list(String namespace) {
            return objects(store.snapshot().list(Prefix.in(resource, namespace)));
        }

        @Override
        public List<T> byIndex(String index, String value) {
            return objects(store.snapshot().byIndex(resource, index, value));
        }

        private static <T extends KubernetesObject> List<T> objects(List<Stored> stored) {
            if (stored.isEmpty()) {
                return List.of();
            }
            var objects = new ArrayList<T>(stored.size());
            for (var one : stored) {
                objects.add(object(one));
            }
            return objects;
        }

        @SuppressWarnings("unchecked")
        private static <T extends KubernetesObject> T object(Stored stored) {
            return (T) stored.object();
        }
    }
}
