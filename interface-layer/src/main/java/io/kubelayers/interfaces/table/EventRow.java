package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.core.ObjectReference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event: what happened to which object, when last and when first, how often, and who says so. */
final class EventRow implements RowPrinter<Event> {
    @Override
    public List<@Nullable Object> cells(Event event, Instant now) {
        var first = event.firstTimestamp() == null ? event.eventTime() : event.firstTimestamp();
        var last = event.lastTimestamp() == null ? first : event.lastTimestamp();
        int count = Math.max(event.count(), 1);
        var series = event.series();
        if (series != null) {
            last = series.lastObservedTime();
            count = series.count();
        }
        return Cells.row(
                Ages.since(last, now),
                Cells.text(event.type()),
                Cells.text(event.reason()),
                target(event.involvedObject()),
                Cells.text(event.involvedObject().fieldPath()),
                source(event.source(), event.reportingComponent(), event.reportingInstance()),
                Cells.text(event.message()).strip(),
                Ages.since(first, now),
                count,
                Cells.name(event));
    }

    private static String target(ObjectReference object) {
        var kind = Cells.text(object.kind()).toLowerCase(Locale.ROOT);
        var name = Cells.text(object.name());
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String source(EventSource source, String component, String instance) {
        var who = Cells.text(source.component(), Cells.text(component));
        var where = Cells.text(source.host(), Cells.text(instance));
        return where.isEmpty() ? who : who + ", " + where;
    }
}
