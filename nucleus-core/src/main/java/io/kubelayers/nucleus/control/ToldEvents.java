package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the event of something that happened before. */
public interface ToldEvents {
    /** Namespace and name of the event that a key belongs to; it may be gone by now. */
    Optional<Request> find(String key);

    /** An event was written. */
    void told(String key, Request event);

    /** In the store of the same process, which has an index of them: a fork needs no memory of its own. */
    static ToldEvents in(Informers informers) {
        return new ToldEvents() {
            @Override
            public Optional<Request> find(String key) {
                var found = informers.lister(Event.class).byIndex(Indexes.EVENT_BY_KEY, key);
                return found.isEmpty() ? Optional.empty() : Optional.of(Request.of(found.get(0)));
            }

            @Override
            public void told(String key, Request event) {}
        };
    }

    /** By what this recorder told itself, of which it keeps the newest 4096 (client-go {@code maxLruCacheEntries}). */
    static ToldEvents remembered() {
        return new ToldEvents() {
            private static final int MOST = 4096;

            private final Map<String, Request> newest = new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Request> eldest) {
                    return size() > MOST;
                }
            };

            @Override
            public synchronized Optional<Request> find(String key) {
                return Optional.ofNullable(newest.get(key));
            }

            @Override
            public synchronized void told(String key, Request event) {
                newest.put(key, event);
            }
        };
    }
}
