package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.events.EventsV1Converter;
import io.kubelayers.nucleus.events.EventsV1Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event in its newer version; the same columns as {@link EventRow}. */
final class EventsV1Row implements RowPrinter<EventsV1Event> {
    private final EventsV1Converter converter = new EventsV1Converter();
    private final EventRow row = new EventRow();

    @Override
    public List<@Nullable Object> cells(EventsV1Event event, Instant now) {
        return row.cells(converter.toHub(event), now);
    }
}
