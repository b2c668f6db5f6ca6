package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import java.util.List;
import java.util.Optional;

/** Finds the events of what happened before. */
public interface ToldEvents {
    /** Namespace and name of the event of the same happening; it may be gone by now. */
    Optional<Request> find(Event event);

    /** Events that differ from this one in their message alone. */
    Iterable<Event> alike(Event event);

    /** An event was written. */
    void told(Event event);

    /** In the store of the same process, which has an index of them: a fork needs no memory of its own. */
    static ToldEvents in(Informers informers) {
        return new ToldEvents() {
            @Override
            public Optional<Request> find(Event event) {
                var key = EventKey.of(event);
                for (var other : filed(key)) {
                    if (EventKey.of(other).equals(key)) {
                        return Optional.of(Request.of(other));
                    }
                }
                return Optional.empty();
            }

            @Override
            public Iterable<Event> alike(Event event) {
                var key = EventKey.alike(event);
                return filed(key).stream()
                        .filter(other -> EventKey.alike(other).equals(key))
                        .toList();
            }

            private List<Event> filed(String key) {
                return informers.lister(Event.class).byIndex(Indexes.EVENT_BY_KEY, EventKey.digest(key));
            }

            @Override
            public void told(Event event) {}
        };
    }

    /** By what this recorder told itself, of which it keeps the newest. */
    static ToldEvents remembered() {
        return new RememberedEvents();
    }
}
