package io.kubelayers.nucleus.events;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Micro;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note about something that happened to an object; kept for a short time only.
 *
 * @param metadata the usual object metadata
 * @param eventTime When it was first seen, to the microsecond.
 * @param series Counts repeats of the same event; null for a single one.
 * @param reportingController Name of the reporting component, such as kubernetes.io/kubelet.
 * @param reportingInstance Instance of that component, up to 128 characters.
 * @param action What was done or failed, as a short word up to 128 characters.
 * @param reason Why it was done, as a short word up to 128 characters.
 * @param regarding Object the event is about.
 * @param related Second object involved; null if none.
 * @param note Readable text, up to 1024 bytes.
 * @param type Normal or Warning.
 * @param deprecatedSource Reporting component in the old core form.
 * @param deprecatedFirstTimestamp First sighting in the old core form.
 * @param deprecatedLastTimestamp Latest sighting in the old core form.
 * @param deprecatedCount Number of sightings in the old core form.
 */
@Kind(
        group = "events.k8s.io",
        version = "v1",
        kind = "Event",
        plural = "events",
        shortNames = "ev",
        fieldSelectors = {
            "regarding.kind",
            "regarding.namespace",
            "regarding.name",
            "regarding.uid",
            "regarding.apiVersion",
            "regarding.resourceVersion",
            "regarding.fieldPath",
            "reason",
            "reportingController",
            "type"
        },
        columns = {
            @Column(name = "Last Seen"),
            @Column(name = "Type"),
            @Column(name = "Reason"),
            @Column(name = "Object"),
            @Column(name = "Subobject", priority = 1),
            @Column(name = "Source", priority = 1),
            @Column(name = "Message"),
            @Column(name = "First Seen", priority = 1),
            @Column(name = "Count", priority = 1),
            @Column(name = "Name", format = "name", priority = 1)
        },
        hub = Event.class)
@RecordBuilder
public record EventsV1Event(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Micro @Pb(2) @Nullable Instant eventTime,
        @Pb(3) @Nullable Series series,
        @Pb(4) @Nullable String reportingController,
        @Pb(5) @Nullable String reportingInstance,
        @Pb(6) @Nullable String action,
        @Pb(7) @Nullable String reason,
        @Written @Pb(8) ObjectReference regarding,
        @Pb(9) @Nullable ObjectReference related,
        @Pb(10) @Nullable String note,
        @Pb(11) @Nullable String type,
        @Written @DeprecatedField @Pb(12) EventSource deprecatedSource,
        @Written @DeprecatedField @Pb(13) @Nullable Instant deprecatedFirstTimestamp,
        @Written @DeprecatedField @Pb(14) @Nullable Instant deprecatedLastTimestamp,
        @DeprecatedField @Pb(15) int deprecatedCount)
        implements KubernetesObject, EventsV1EventBuilder.With {
    public EventsV1Event {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        reportingController = Absent.optional(reportingController);
        reportingInstance = Absent.optional(reportingInstance);
        action = Absent.optional(action);
        reason = Absent.optional(reason);
        regarding = Absent.or(regarding, ObjectReference.EMPTY);
        note = Absent.optional(note);
        type = Absent.optional(type);
        deprecatedSource = Absent.or(deprecatedSource, EventSource.EMPTY);
    }

    @Override
    public EventsV1Event withMetadata(ObjectMeta metadata) {
        return EventsV1EventBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Repeats of one event.
     *
     * @param count How often it has been seen so far.
     * @param lastObservedTime When it was last seen, to the microsecond.
     */
    @TypeName("EventSeries")
    @RecordBuilder
    public record Series(@Required @Pb(1) int count, @Required @Micro @Pb(2) @Nullable Instant lastObservedTime)
            implements EventsV1EventSeriesBuilder.With {}
}
