package io.kubelayers.nucleus.store;

import org.jspecify.annotations.Nullable;

/**
 * Which state to list, and which page of it.
 *
 * @param revision revision to list at; 0 is the newest
 * @param limit most items a page may have; 0 is no limit
 * @param after key behind which the page starts; null for the first page
 */
public record ListAt(long revision, int limit, @Nullable Key after) {
    public ListAt {
        if (revision < 0) {
            throw new IllegalArgumentException("revision must not be negative: " + revision);
        }
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative: " + limit);
        }
    }

    /** Everything, in its newest state. */
    public static ListAt now() {
        return new ListAt(0, 0, null);
    }

    /** Everything, as it was after the write with this revision. */
    public static ListAt revision(long revision) {
        return new ListAt(revision, 0, null);
    }

    /** The same, in pages of at most so many items. */
    public ListAt withLimit(int limit) {
        return new ListAt(revision, limit, after);
    }

    /** The same, starting behind a key. */
    public ListAt after(Key key) {
        return new ListAt(revision, limit, key);
    }
}
