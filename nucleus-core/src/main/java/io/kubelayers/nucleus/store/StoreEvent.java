package io.kubelayers.nucleus.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One write, as a watch tells it.
 *
 * @param type what the write did
 * @param current the object after the write; for DELETED the last state with the revision of the deletion as its
 *     resourceVersion
 * @param previous the object before the write; null for ADDED
 * @param revision revision of the write
 */
public record StoreEvent(Type type, Stored current, @Nullable Stored previous, long revision) {
    public StoreEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(current, "current");
    }

    /** The object was not there before. */
    static StoreEvent added(Stored current) {
        return new StoreEvent(Type.ADDED, current, null, current.modRevision());
    }

    /** The object was replaced. */
    static StoreEvent modified(Stored current, Stored previous) {
        return new StoreEvent(Type.MODIFIED, current, previous, current.modRevision());
    }

    /** The object is gone. */
    static StoreEvent deleted(Stored last, Stored previous) {
        return new StoreEvent(Type.DELETED, last, previous, last.modRevision());
    }

    /** The key that was written. */
    public Key key() {
        return current.key();
    }

    @Override
    public String toString() {
        return type + " " + current;
    }

    /** What a write does to a key. The names are those of watch events on the wire. */
    public enum Type {
        /** A create. */
        ADDED,
        /** An update. */
        MODIFIED,
        /** A delete. */
        DELETED
    }
}
