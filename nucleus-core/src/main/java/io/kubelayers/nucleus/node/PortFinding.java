package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.streaming.PortConnection;
import java.util.function.Supplier;

/** What is known of a port of a simulated pod. */
sealed interface PortFinding {
    /**
     * Somebody listens.
     *
     * @param connect makes a connection
     * @param certain whether its answers are those that the container would give, and not a guess
     * @param steady whether they stay the same as long as nobody changes anything in the pod
     */
    record Listener(Supplier<PortConnection> connect, boolean certain, boolean steady) implements PortFinding {}

    /**
     * Nobody listens, for sure.
     *
     * @param steady whether that stays so
     */
    record Nobody(boolean steady) implements PortFinding {}

    /** Nothing is known: what the image would do is not simulated. */
    record Unknown() implements PortFinding {}
}
