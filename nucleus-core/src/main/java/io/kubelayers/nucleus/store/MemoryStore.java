package io.kubelayers.nucleus.store;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The store in memory: one immutable {@link State} behind a volatile reference.
 *
 * <p>Readers take no lock and see one whole state. Writers take turns: each makes the next state, which shares nearly
 * everything with the last, and sets the reference. A fork is a second reference to the same state.
 *
 * <table>
 *   <caption>Costs; n is the number of objects of the resource</caption>
 *   <tr><td>get</td><td>a search in a balanced tree, log n comparisons of keys</td></tr>
 *   <tr><td>create, update, delete</td><td>copies of the log n nodes on the way to the object, in the tree of the objects
 *       and in that of each index value: 1 to 3 KB of garbage</td></tr>
 *   <tr><td>list now, by index, snapshot</td><td>logarithmic or constant, then constant an object</td></tr>
 *   <tr><td>list at a revision</td><td>a tree write for each object of the prefix that changed since</td></tr>
 *   <tr><td>watch</td><td>a search in the history of the resource, then constant an event; idle: nothing</td></tr>
 *   <tr><td>fork</td><td>constant: one small object</td></tr>
 *   <tr><td>compact</td><td>constant an event forgotten, and a reference for every 64 kept</td></tr>
 *   <tr><td>memory</td><td>beside the object itself about 130 bytes; for an index 40 an object and 100 a value; 40 for
 *       each event kept, and the object it replaced</td></tr>
 * </table>
 *
 * <p>History would grow for ever, so the store compacts itself: it always keeps the newest {@code retained} revisions and
 * forgets older ones a quarter as many at a time.
 */
public final class MemoryStore implements Store {
    /** How many revisions a store keeps unless told otherwise: hours of a small cluster, minutes of a huge one. */
    public static final int RETAINED = 100_000;

    private final ReentrantLock writing = new ReentrantLock();
    private final Wakers wakers = new Wakers();
    private final int retained;
    private volatile State state;

    private MemoryStore(State state, int retained) {
        this.state = state;
        this.retained = retained;
    }

    /** An empty store without indexes. */
    public static MemoryStore empty() {
        return indexedBy(List.of());
    }

    /** An empty store with these indexes. */
    public static MemoryStore indexedBy(List<IndexDefinition> indexes) {
        return new MemoryStore(State.empty(indexes), RETAINED);
    }

    /**
     * A store like this one in content, as {@link #fork}, that keeps another number of revisions.
     *
     * @param revisions number of the newest revisions to keep at least; positive
     */
    public MemoryStore retaining(int revisions) {
        if (revisions < 1) {
            throw new IllegalArgumentException("a store must retain at least one revision, not " + revisions);
        }
        return new MemoryStore(state, revisions);
    }

    @Override
    public MemoryStore fork() {
        return new MemoryStore(state, retained);
    }

    @Override
    public View snapshot() {
        return state;
    }

    @Override
    public long revision() {
        return state.revision();
    }

    @Override
    public long compactedRevision() {
        return state.compacted();
    }

    @Override
    public Optional<Stored> get(Key key) {
        return state.get(key);
    }

    @Override
    public Optional<Stored> get(Key key, long atRevision) {
        State now = state;
        long revision = now.readable(atRevision);
        return Optional.ofNullable(now.table(key.resource()).getAt(key, revision));
    }

    @Override
    public Page list(Prefix prefix, ListAt at) {
        Key after = at.after();
        if (after != null && !after.resource().equals(prefix.resource())) {
            throw new IllegalArgumentException("a list of " + prefix + " cannot go on behind " + after);
        }
        State now = state;
        return now.table(prefix.resource()).page(prefix, at, now.readable(at.revision()));
    }

    @Override
    public Stored create(Key key, KubernetesObject object) {
        return commit(Write.create(key, object)).current();
    }

    @Override
    public Stored update(Key key, KubernetesObject object, long expectedModRevision) {
        return commit(Write.update(key, object, expectedModRevision)).current();
    }

    @Override
    public StoreEvent delete(Key key, long expectedModRevision) {
        return commit(Write.delete(key, expectedModRevision));
    }

    /**
     * Takes an object over as another store has it, be it new here or not. Unlike all others it keeps the resource version
     * that it has there: a store that does this is a copy to read from and to watch, not one to serve an API.
     */
    public Stored keep(Key key, KubernetesObject object) {
        return commit(Write.keep(key, object)).current();
    }

    private StoreEvent commit(Write write) {
        StoreEvent event;
        writing.lock();
        try {
            State before = state;
            event = write.on(before);
            state = trimmed(before.after(event));
        } finally {
            writing.unlock();
        }
        wakers.wake(event.key());
        return event;
    }

    /** Forgets in strides, since forgetting goes through every resource. */
    private State trimmed(State next) {
        long kept = next.revision() - next.compacted();
        return kept > retained + retained / 4L ? next.compactedTo(next.revision() - retained) : next;
    }

    @Override
    public void compact(long revision) {
        writing.lock();
        try {
            state = state.compactedTo(revision);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public WatchCursor watch(Prefix prefix, long fromRevision) {
        State now = state;
        now.requireWatchable(fromRevision);
        return new MemoryCursor(
                this::state, wakers, prefix, now.history(prefix.resource()).after(fromRevision), fromRevision);
    }

    private State state() {
        return state;
    }
}
