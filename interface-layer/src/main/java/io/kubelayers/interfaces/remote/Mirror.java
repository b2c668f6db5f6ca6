package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.StoreInformers;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.IndexDefinition;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A copy of some kinds of a cluster elsewhere, kept up to date by a {@link Reflector} each: what client-go calls informers.
 * Objects have the resource versions that they have there.
 */
public final class Mirror implements AutoCloseable {
    private static final int REVISIONS = 20_000;

    private final Client client;
    private final MemoryStore store;
    private final TypeRegistry types;
    private final List<Reflector> reflectors = new ArrayList<>();

    private Mirror(Client client, MemoryStore store, TypeRegistry types) {
        this.client = client;
        this.store = store;
        this.types = types;
    }

    /**
     * Starts to copy, a thread a kind.
     *
     * @param kinds those that are copied
     * @param indexes by which they can be read
     */
    public static Mirror of(
            Client client, List<Class<? extends KubernetesObject>> kinds, List<IndexDefinition> indexes) {
        var mirror = new Mirror(
                client,
                MemoryStore.indexedBy(indexes).retaining(REVISIONS),
                TypeRegistry.of(List.<Class<?>>copyOf(kinds)));
        for (var kind : kinds) {
            var reflector = new Reflector(client.on(kind), mirror.store);
            mirror.reflectors.add(reflector);
            reflector.start();
        }
        return mirror;
    }

    /** The API that is copied from. */
    public Client client() {
        return client;
    }

    /** The copy. */
    public Store store() {
        return store;
    }

    /** The kinds that are copied. */
    public TypeRegistry types() {
        return types;
    }

    /** Reads the copy; of kinds that are not copied there is nothing. */
    public Informers informers() {
        return new StoreInformers(store, client::types);
    }

    /**
     * Waits until all that is there has been copied.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 504 if that takes longer; it names the kind, and what was last in
     *     its way
     */
    public void awaitSynced(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (var reflector : reflectors) {
            if (!reflector.awaitSynced(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw ApiErrors.internal("waited " + atMost.toSeconds() + " s for a list of " + reflector.name() + ": "
                        + reflector.obstacle());
            }
        }
    }

    /** Copies no more. */
    @Override
    public void close() {
        reflectors.forEach(Reflector::stop);
    }
}
