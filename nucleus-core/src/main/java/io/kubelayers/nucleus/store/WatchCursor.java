package io.kubelayers.nucleus.store;

import java.util.Optional;

/**
 * A place in the history of a stretch of keys, from which to pull the writes that follow.
 *
 * <p>Nothing is pushed and nothing is buffered: the history is the buffer, so a cursor that nobody polls costs nothing.
 * A cursor belongs to one reader; it is not meant to be polled from two threads at once.
 */
public interface WatchCursor extends AutoCloseable {
    /**
     * The next write, or empty if there is none yet.
     *
     * @throws CompactedException if a write it has not polled is forgotten, because it was too slow: list anew, watch from
     *     there
     * @throws IllegalStateException if the cursor is closed
     */
    Optional<StoreEvent> poll();

    /** Revision of the last write that was polled; before the first, the revision the watch started from. */
    long revision();

    /**
     * A revision up to which this reader has seen everything it watches, to resume from after a break. For a reader that
     * is up to date this is the newest revision of the store, however long ago its own keys changed: the content of a
     * BOOKMARK event.
     *
     * @throws CompactedException as {@link #poll}
     * @throws IllegalStateException if the cursor is closed
     */
    long bookmark();

    /**
     * Runs {@code wake} after each write this cursor can see, and at once if there is one already. It runs on the thread
     * of the writer, which waits for it, so it should do no more than release a thread or queue a task. What it throws
     * goes to that thread's handler of uncaught exceptions and does not concern the write. It may run without need.
     * Replaces the one set before.
     */
    void onEvents(Runnable wake);

    /** Ends the watch. Closing twice is harmless. */
    @Override
    void close();
}
