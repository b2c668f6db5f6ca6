package io.kubelayers.application.scheduling.queue;

/** What an event means to a pod that waits. */
enum Hint {
    /** Nothing. */
    WAIT,
    /** Try again when its back-off is over. */
    AFTER_BACKOFF,
    /** Try again at once. */
    NOW;

    /** The more urgent of two. */
    Hint or(Hint other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
