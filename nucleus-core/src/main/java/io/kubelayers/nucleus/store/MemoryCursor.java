package io.kubelayers.nucleus.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A watch of a {@link MemoryStore}: the position in the history of its resource behind which it goes on. It is a few
 * numbers; events of other resources don't touch it, and asking in vain costs two reads.
 */
final class MemoryCursor implements WatchCursor {
    private final Supplier<State> store;
    private final Wakers wakers;
    private final Prefix prefix;
    private final long ticket;
    private long position;
    private long revision;
    private volatile boolean closed;

    /** The revision at which the cursor last found nothing: no need to look again before the next. */
    private long exhausted = -1;

    MemoryCursor(Supplier<State> store, Wakers wakers, Prefix prefix, long position, long revision) {
        this.store = store;
        this.wakers = wakers;
        this.prefix = prefix;
        this.ticket = wakers.ticket();
        this.position = position;
        this.revision = revision;
    }

    @Override
    public Optional<StoreEvent> poll() {
        StoreEvent event = peek(store.get());
        if (event == null) {
            return Optional.empty();
        }
        position++;
        revision = event.revision();
        return Optional.of(event);
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public long bookmark() {
        State now = store.get();
        StoreEvent next = peek(now);
        return next == null ? now.revision() : next.revision() - 1;
    }

    /** The next event to deliver, with the position on it; null if there is none yet. */
    private @Nullable StoreEvent peek(State now) {
        if (closed) {
            throw new IllegalStateException("the watch of " + prefix + " is closed");
        }
        if (now.revision() == exhausted) {
            return null;
        }
        History history = now.history(prefix.resource());
        if (history.misses(prefix, position)) {
            throw CompactedException.ofWatch(revision, now.compacted());
        }
        for (position = Math.max(position, history.first()); position < history.end(); position++) {
            StoreEvent event = history.get(position);
            if (prefix.covers(event.key())) {
                return event;
            }
        }
        exhausted = now.revision();
        return null;
    }

    @Override
    public void onEvents(Runnable wake) {
        wakers.put(prefix, ticket, wake);
        if (closed) {
            wakers.remove(prefix, ticket);
        } else if (position < store.get().history(prefix.resource()).end()) {
            wake.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        wakers.remove(prefix, ticket);
    }
}
