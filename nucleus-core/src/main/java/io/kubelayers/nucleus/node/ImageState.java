package io.kubelayers.nucleus.node;

/**
 * How far the image of a container is.
 *
 * @param phase where it is
 * @param attempt how often the runtime was asked to pull it for this container
 * @param message why the last pull failed, else ""
 */
public record ImageState(Phase phase, int attempt, String message) {
    /** Where an image is. */
    public enum Phase {
        /** Not on the node. */
        ABSENT,
        /** On its way. */
        PULLING,
        /** On the node. */
        PRESENT,
        /** The last pull failed. */
        FAILED
    }
}
