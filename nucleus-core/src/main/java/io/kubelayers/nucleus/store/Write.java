package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;

/** A write before it is done: what it makes of a state, or why that state refuses it. A pure function. */
@FunctionalInterface
interface Write {
    /**
     * The event that this write is on a state, at the revision after it.
     *
     * @throws StoreException if the state does not meet the conditions of the write
     */
    StoreEvent on(State state);

    /** Adds an object where there is none. */
    static Write create(Key key, KubernetesObject object) {
        return state -> {
            if (state.find(key) != null) {
                throw new KeyExistsException(key);
            }
            long revision = state.revision() + 1;
            return StoreEvent.added(new Stored(sharing(key, object), stamped(object, revision), revision, revision));
        };
    }

    /** Replaces an object that has the expected modRevision. */
    static Write update(Key key, KubernetesObject object, long expected) {
        return state -> {
            Stored previous = expected(state, key, expected);
            return StoreEvent.modified(next(previous, object, state), previous);
        };
    }

    /** Removes an object that has the expected modRevision. */
    static Write delete(Key key, long expected) {
        return state -> {
            Stored previous = expected(state, key, expected);
            return StoreEvent.deleted(next(previous, previous.object(), state), previous);
        };
    }

    /** Takes an object over as another store has it; it keeps the resource version that it has there. */
    static Write keep(Key key, KubernetesObject object) {
        return state -> {
            Stored previous = state.find(key);
            long revision = state.revision() + 1;
            long created = previous == null ? revision : previous.createRevision();
            Stored kept = new Stored(sharing(key, object), object, created, revision);
            return previous == null ? StoreEvent.added(kept) : StoreEvent.modified(kept, previous);
        };
    }

    private static Stored expected(State state, Key key, long modRevision) {
        Stored previous = state.find(key);
        if (previous == null) {
            throw new KeyMissingException(key);
        }
        if (previous.modRevision() != modRevision) {
            throw new RevisionConflictException(key, modRevision, previous.modRevision());
        }
        return previous;
    }

    private static Stored next(Stored previous, KubernetesObject object, State state) {
        long revision = state.revision() + 1;
        return new Stored(previous.key(), stamped(object, revision), previous.createRevision(), revision);
    }

    private static KubernetesObject stamped(KubernetesObject object, long revision) {
        return object.withMetadata(object.metadata().withResourceVersion(Long.toString(revision)));
    }

    /** An equal key made of the texts of the object itself, so that they are on the heap once. */
    private static Key sharing(Key key, KubernetesObject object) {
        String namespace = object.metadata().namespace();
        String name = object.metadata().name();
        return name != null && name.equals(key.name()) && namespace != null && namespace.equals(key.namespace())
                ? new Key(key.resource(), namespace, name)
                : key;
    }
}
