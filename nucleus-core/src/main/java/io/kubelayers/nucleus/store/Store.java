package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Optional;

/**
 * Where the API server keeps objects: keys with one revision counter over all of them, as etcd has it.
 *
 * <p>Each write takes the next revision. The first revision of an empty store is 1, so that no object and no list ever
 * has resourceVersion 0, which has a meaning of its own in the API. A write always counts: leaving out writes that
 * change nothing is the caller's decision.
 *
 * <p>Every method is linearizable and may be called from any thread. Reads see an immutable state; objects go out as
 * they came in, uncopied, except for {@code metadata.resourceVersion}, which the store sets to the revision of the write.
 */
public interface Store {
    /** Revision of the newest write. */
    long revision();

    /** Up to and without this revision the history is forgotten: reads and watches can start here or later. */
    long compactedRevision();

    /** The newest state of an object. */
    Optional<Stored> get(Key key);

    /**
     * The state of an object after the write with this revision; 0 is the newest.
     *
     * @throws CompactedException if that state is forgotten
     * @throws FutureRevisionException if there is no such revision yet
     */
    Optional<Stored> get(Key key, long atRevision);

    /**
     * The objects of a resource in the order of their keys.
     *
     * @throws CompactedException if the state asked for is forgotten
     * @throws FutureRevisionException if there is no such revision yet
     * @throws IllegalArgumentException if the page is to start behind a key of another resource
     */
    Page list(Prefix prefix, ListAt at);

    /**
     * Adds an object.
     *
     * @throws KeyExistsException if there is one at the key
     */
    Stored create(Key key, KubernetesObject object);

    /**
     * Replaces an object, provided nobody else has since the caller read it.
     *
     * @throws KeyMissingException if there is none at the key
     * @throws RevisionConflictException if the one there has another modRevision
     */
    Stored update(Key key, KubernetesObject object, long expectedModRevision);

    /**
     * Removes an object, provided nobody changed it since the caller read it.
     *
     * @return the event: {@code current} is the last state with the revision of the deletion as resourceVersion
     * @throws KeyMissingException if there is none at the key
     * @throws RevisionConflictException if the one there has another modRevision
     */
    StoreEvent delete(Key key, long expectedModRevision);

    /**
     * Watches a stretch of keys: every write with a revision above {@code fromRevision}, in order, none twice.
     *
     * @throws CompactedException if some of those writes are forgotten
     * @throws FutureRevisionException if there is no such revision yet
     */
    WatchCursor watch(Prefix prefix, long fromRevision);

    /**
     * Forgets the history before a revision; the states from it on stay readable. Does nothing if that much is forgotten
     * already.
     *
     * @throws FutureRevisionException if there is no such revision yet
     */
    void compact(long revision);

    /** The newest state as an immutable view, with the indexes the store was built with. */
    View snapshot();

    /**
     * A second store with the same state and history. From here on neither sees the other's writes; open watches stay
     * with this one. Takes constant time in stores that live in memory.
     *
     * @throws UnsupportedOperationException if the store cannot be in two states at once
     */
    Store fork();
}
