package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a collection, in order, from some resource version on. Pull based: {@link #poll()} never blocks.
 *
 * <p>An object that begins to match the selector is ADDED, one that stops matching is DELETED.
 */
public interface WatchStream extends AutoCloseable {
    /** One change. */
    record Event(Type type, KubernetesObject object, @Nullable KubernetesObject previous) {}

    /** What happened. */
    enum Type {
        ADDED,
        MODIFIED,
        DELETED,
        /** Nothing but a newer resource version to resume from. */
        BOOKMARK
    }

    /**
     * The next change, or empty when there is none yet.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 410 when the history it needs is gone
     */
    Optional<Event> poll();

    /** Runs something whenever there may be more to poll. Called on writers' threads: must be short. */
    void onEvents(Runnable wake);

    @Override
    void close();
}
