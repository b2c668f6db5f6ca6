package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Micro;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short-lived record of something that happened to an object, kept for diagnosis only.
 *
 * @param metadata the usual object metadata
 * @param involvedObject Object that the event is about.
 * @param reason Short CamelCase cause, meant for machines.
 * @param message Readable description of what happened.
 * @param source Component that reported the event, in legacy form.
 * @param firstTimestamp Time of the first occurrence, in legacy form.
 * @param lastTimestamp Time of the latest occurrence, in legacy form.
 * @param count Number of occurrences, in legacy form.
 * @param type Normal or Warning.
 * @param eventTime Time of the first observation, to the microsecond; null for legacy events.
 * @param series Repetition data; null for a single occurrence.
 * @param action What was done or failed regarding the object.
 * @param related Second object that took part; null means none.
 * @param reportingComponent Name of the reporting controller, such as kubernetes.io/kubelet.
 * @param reportingInstance Identifier of the reporting controller instance, such as a pod name.
 */
@Kind(
        version = "v1",
        plural = "events",
        shortNames = "ev",
        fieldSelectors = {
            "involvedObject.kind",
            "involvedObject.namespace",
            "involvedObject.name",
            "involvedObject.uid",
            "involvedObject.apiVersion",
            "involvedObject.resourceVersion",
            "involvedObject.fieldPath",
            "reason",
            "reportingComponent",
            "source",
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
        })
@RecordBuilder
public record Event(
        @Required @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) ObjectReference involvedObject,
        @Pb(3) @Nullable String reason,
        @Pb(4) @Nullable String message,
        @Written @Pb(5) EventSource source,
        @Written @Pb(6) @Nullable Instant firstTimestamp,
        @Written @Pb(7) @Nullable Instant lastTimestamp,
        @Pb(8) int count,
        @Pb(9) @Nullable String type,
        @Written @Micro @Pb(10) @Nullable Instant eventTime,
        @Pb(11) @Nullable Series series,
        @Pb(12) @Nullable String action,
        @Pb(13) @Nullable ObjectReference related,
        @Written @Pb(14) String reportingComponent,
        @Written @Pb(15) String reportingInstance)
        implements KubernetesObject, EventBuilder.With {
    public Event {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        involvedObject = Absent.or(involvedObject, ObjectReference.EMPTY);
        reason = Absent.optional(reason);
        message = Absent.optional(message);
        source = Absent.or(source, EventSource.EMPTY);
        type = Absent.optional(type);
        action = Absent.optional(action);
        reportingComponent = Absent.text(reportingComponent);
        reportingInstance = Absent.text(reportingInstance);
    }

    @Override
    public Event withMetadata(ObjectMeta metadata) {
        return EventBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The repetition data of an event.
     *
     * @param count Number of occurrences up to the last heartbeat.
     * @param lastObservedTime Time of the latest occurrence, to the microsecond.
     */
    @TypeName("EventSeries")
    @RecordBuilder
    public record Series(@Pb(1) int count, @Written @Micro @Pb(2) @Nullable Instant lastObservedTime)
            implements EventSeriesBuilder.With {}
}
