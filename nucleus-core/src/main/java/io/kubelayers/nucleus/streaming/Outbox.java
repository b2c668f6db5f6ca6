package io.kubelayers.nucleus.streaming;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * What is waiting to be taken by the reader of a session, with the wake when something comes. Safe for use by several
 * threads. It does not refuse what goes beyond its room, it tells that it {@link #isFull}, so that who writes asks for less.
 *
 * @param <T> what it holds
 */
public final class Outbox<T> {
    private static final int ROOM = 64;

    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private Runnable wake = () -> {};

    /** Adds something and wakes the reader. */
    public void put(T item) {
        synchronized (this) {
            waiting.add(item);
        }
        wake();
    }

    /** The oldest; empty if there is nothing. */
    public synchronized Optional<T> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Whether there is nothing. */
    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the reader is behind. */
    public synchronized boolean isFull() {
        return waiting.size() >= ROOM;
    }

    /** Runs something whenever there may be more. */
    public synchronized void onReady(Runnable action) {
        wake = action;
    }

    /** Wakes the reader. */
    public void wake() {
        Runnable action;
        synchronized (this) {
            action = wake;
        }
        action.run();
    }
}
