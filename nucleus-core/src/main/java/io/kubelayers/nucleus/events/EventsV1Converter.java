package io.kubelayers.nucleus.events;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.value.Absent;

/**
 * Shows an event as events.k8s.io/v1 and back: the same fields under newer names (upstream
 * {@code apis/events/v1/conversion.go}).
 */
public final class EventsV1Converter implements VersionConverter<EventsV1Event, Event> {
    @Override
    public Class<EventsV1Event> served() {
        return EventsV1Event.class;
    }

    @Override
    public Class<Event> hub() {
        return Event.class;
    }

    @Override
    public Event toHub(EventsV1Event event) {
        var series = event.series();
        return new Event(
                event.metadata(),
                event.regarding(),
                event.reason(),
                event.note(),
                event.deprecatedSource(),
                event.deprecatedFirstTimestamp(),
                event.deprecatedLastTimestamp(),
                event.deprecatedCount(),
                event.type(),
                event.eventTime(),
                series == null ? null : new Event.Series(series.count(), series.lastObservedTime()),
                event.action(),
                event.related(),
                Absent.text(event.reportingController()),
                Absent.text(event.reportingInstance()));
    }

    @Override
    public EventsV1Event fromHub(Event event) {
        var series = event.series();
        return new EventsV1Event(
                event.metadata(),
                event.eventTime(),
                series == null ? null : new EventsV1Event.Series(series.count(), series.lastObservedTime()),
                event.reportingComponent(),
                event.reportingInstance(),
                event.action(),
                event.reason(),
                event.involvedObject(),
                event.related(),
                event.message(),
                event.type(),
                event.source(),
                event.firstTimestamp(),
                event.lastTimestamp(),
                event.count());
    }
}
