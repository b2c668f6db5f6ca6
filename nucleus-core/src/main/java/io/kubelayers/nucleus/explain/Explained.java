package io.kubelayers.nucleus.explain;

/**
 * An answer that says why. Implemented by every decision record.
 *
 * <p>Denied is an answer; bad input is not, it is an exception.
 */
public interface Explained {
    /** The answer in one sentence: upstream's message to the letter where upstream has one. */
    String explain();

    /** The reasons as a tree; its root states the answer. */
    Finding finding();
}
