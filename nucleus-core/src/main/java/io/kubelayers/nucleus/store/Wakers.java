package io.kubelayers.nucleus.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whom to wake after a write, by the prefix they watch: a write looks up two prefixes, all of its resource and its
 * namespace of it, and so costs nothing for watches of anything else. Those of one prefix are woken in the order in which
 * they came. A waker that throws has its own problem, not the writer's, whose write is done.
 */
final class Wakers {
    private final Map<Prefix, ConcurrentSkipListMap<Long, Runnable>> byPrefix = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();

    /** A number under which one watch can {@link #put} and {@link #remove} its waker. */
    long ticket() {
        return tickets.incrementAndGet();
    }

    void put(Prefix prefix, long ticket, Runnable wake) {
        byPrefix.compute(prefix, (same, wakers) -> {
            ConcurrentSkipListMap<Long, Runnable> some = wakers == null ? new ConcurrentSkipListMap<>() : wakers;
            some.put(ticket, wake);
            return some;
        });
    }

    void remove(Prefix prefix, long ticket) {
        byPrefix.computeIfPresent(prefix, (same, wakers) -> {
            wakers.remove(ticket);
            return wakers.isEmpty() ? null : wakers;
        });
    }

    /** Wakes those who watch the key. */
    void wake(Key key) {
        if (!byPrefix.isEmpty()) {
            wake(byPrefix.get(Prefix.all(key.resource())));
            wake(byPrefix.get(Prefix.in(key.resource(), key.namespace())));
        }
    }

    private static void wake(@Nullable ConcurrentSkipListMap<Long, Runnable> wakers) {
        if (wakers == null) {
            return;
        }
        for (Runnable wake : wakers.values()) {
            try {
                wake.run();
            } catch (RuntimeException failure) {
                Thread writer = Thread.currentThread();
                writer.getUncaughtExceptionHandler().uncaughtException(writer, failure);
            }
        }
    }
}
