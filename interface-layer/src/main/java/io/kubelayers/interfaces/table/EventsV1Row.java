package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.events.EventsV1Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event in its newer version; the same columns as {@link EventRow}. */
final class EventsV1Row implements RowPrinter<EventsV1Event> {
    @Override
    public List<@Nullable Object> cells(EventsV1Event event, Instant now) {
        var first = event.deprecatedFirstTimestamp() == null ? event.eventTime() : event.deprecatedFirstTimestamp();
        var last = event.deprecatedLastTimestamp() == null ? first : event.deprecatedLastTimestamp();
        int count = Math.max(event.deprecatedCount(), 1);
        var series = event.series();
        if (series != null) {
            last = series.lastObservedTime();
            count = series.count();
        }
        return Cells.row(
                Ages.since(last, now),
                Cells.text(event.type()),
                Cells.text(event.reason()),
                EventRow.target(event.regarding()),
                Cells.text(event.regarding().fieldPath()),
                EventRow.source(
                        event.deprecatedSource(),
                        Cells.text(event.reportingController()),
                        Cells.text(event.reportingInstance())),
                Cells.text(event.note()).strip(),
                Ages.since(first, now),
                count,
                Cells.name(event));
    }
}
