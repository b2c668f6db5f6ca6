package io.kubelayers.nucleus.streaming;

import java.time.Instant;
import java.util.Optional;

/**
 * Something open between a client and a container. Used by one thread at a time; wakes come from any. Never blocks: what
 * is not there yet is empty, and there is a wake when it may be worth while to ask again.
 */
public interface Session extends AutoCloseable {
    /** When there will be more by itself, on the cluster's clock; empty if that is not known. */
    Optional<Instant> nextAt();

    /** Runs something whenever there may be more; replaces what was given before. It must be short. */
    void onReady(Runnable wake);

    /** Ends it, whatever the state; a process is killed. May be called again. */
    @Override
    void close();
}
