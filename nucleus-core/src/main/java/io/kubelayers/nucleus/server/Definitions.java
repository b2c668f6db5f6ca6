package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.customresource.Acceptance;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.store.KeyMissingException;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.RevisionConflictException;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.Stored;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows up on writes of definitions, at once, as upstream's controllers do a little later: gives names out, and takes
 * the objects of deleted definitions away.
 */
final class Definitions {
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final Store store;
    private final TypeRegistry builtIn;
    private final Runtime runtime;
    private final FieldOwnership ownership;
    private final String resource;

    Definitions(Store store, TypeRegistry builtIn, Runtime runtime, FieldOwnership ownership) {
        this.store = store;
        this.builtIn = builtIn;
        this.runtime = runtime;
        this.ownership = ownership;
        this.resource = builtIn.byClass(CustomResourceDefinition.class)
                .map(type -> type.storageResource())
                .orElse("");
    }

    boolean areServed() {
        return !resource.isEmpty();
    }

    /** Where the store keeps them. */
    String resource() {
        return resource;
    }

    /** The kinds served once every definition is followed up. */
    CustomKinds settled() {
        if (resource.isEmpty()) {
            return CustomKinds.none(builtIn);
        }
        while (true) {
            try {
                if (!step()) {
                    return CustomKinds.stored(builtIn, store.snapshot(), resource);
                }
            } catch (RevisionConflictException | KeyMissingException raced) {
                // look at the newer state
            }
        }
    }

    /** Makes one change that is due; false if there is none. */
    private boolean step() {
        var definitions = store.snapshot().list(Prefix.all(resource));
        var all = new ArrayList<CustomResourceDefinition>();
        for (var stored : definitions) {
            all.add(stored.as(CustomResourceDefinition.class));
        }
        for (var stored : definitions) {
            var definition = stored.as(CustomResourceDefinition.class);
            if (definition.metadata().isBeingDeleted()) {
                if (definition.metadata().finalizers().contains(CLEANUP) && cleared(definition)) {
                    release(stored, definition);
                    return true;
                }
                continue;
            }
            var accepted = Acceptance.of(definition, all, runtime.timestamp());
            if (!accepted.equals(definition)) {
                store.update(stored.key(), owned(accepted, definition), stored.modRevision());
                return true;
            }
        }
        return false;
    }

    private KubernetesObject owned(CustomResourceDefinition accepted, CustomResourceDefinition old) {
        var type = builtIn.byClass(CustomResourceDefinition.class).orElseThrow();
        return ownership.withOwnStatus(type, accepted, old);
    }

    /** Deletes the objects of a definition; true once none is left. */
    private boolean cleared(CustomResourceDefinition definition) {
        var type = CustomTypes.held(definition);
        if (type.isEmpty() || !Acceptance.isEstablished(definition)) {
            return true;
        }
        boolean gone = true;
        for (var instance : store.snapshot().list(Prefix.all(type.get().storageResource()))) {
            var metadata = instance.object().metadata();
            if (metadata.finalizers().isEmpty()) {
                store.delete(instance.key(), instance.modRevision());
                continue;
            }
            gone = false;
            if (!metadata.isBeingDeleted()) {
                var marked = ObjectMetaBuilder.builder(metadata)
                        .deletionTimestamp(runtime.timestamp())
                        .deletionGracePeriodSeconds(0L)
                        .generation(metadata.generation() + 1)
                        .build();
                store.update(instance.key(), instance.object().withMetadata(marked), instance.modRevision());
            }
        }
        return gone;
    }

    private void release(Stored stored, CustomResourceDefinition definition) {
        var finalizers = new ArrayList<>(definition.metadata().finalizers());
        finalizers.remove(CLEANUP);
        if (finalizers.isEmpty()) {
            store.delete(stored.key(), stored.modRevision());
            return;
        }
        var metadata = definition.metadata().withFinalizers(List.copyOf(finalizers));
        store.update(stored.key(), definition.withMetadata(metadata), stored.modRevision());
    }
}
