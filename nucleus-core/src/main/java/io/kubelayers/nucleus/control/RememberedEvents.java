package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest events that a recorder told, where it sees no others (client-go {@code maxLruCacheEntries}). */
final class RememberedEvents implements ToldEvents {
    private static final int MOST = 4096;

    private final Map<String, Request> names = newest();
    private final Map<String, Map<String, Event>> alike = newest();

    private static <V> Map<String, V> newest() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    @Override
    public synchronized Optional<Request> find(Event event) {
        return Optional.ofNullable(names.get(EventKey.of(event)));
    }

    @Override
    public synchronized Iterable<Event> alike(Event event) {
        return List.copyOf(alike.getOrDefault(EventKey.alike(event), Map.of()).values());
    }

    @Override
    public synchronized void told(Event event) {
        var key = EventKey.of(event);
        names.put(key, Request.of(event));
        alike.computeIfAbsent(EventKey.alike(event), unknown -> new LinkedHashMap<>())
                .put(key, event);
    }
}
