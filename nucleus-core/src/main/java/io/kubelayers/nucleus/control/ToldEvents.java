package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
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
                var found = informers.lister(Event.class).byIndex(Indexes.EVENT_BY_KEY, EventKey.of(event));
                return found.isEmpty() ? Optional.empty() : Optional.of(Request.of(found.get(0)));
            }

            @Override
            public Iterable<Event> alike(Event event) {
                return informers.lister(Event.class).byIndex(Indexes.EVENT_BY_KEY, EventKey.alike(event));
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
