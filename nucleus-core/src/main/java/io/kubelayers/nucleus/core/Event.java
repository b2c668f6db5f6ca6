package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Micro;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param involvedObject TODO-DOC
 * @param reason TODO-DOC
 * @param message TODO-DOC
 * @param source TODO-DOC
 * @param firstTimestamp TODO-DOC
 * @param lastTimestamp TODO-DOC
 * @param count TODO-DOC
 * @param type TODO-DOC
 * @param eventTime TODO-DOC
 * @param series TODO-DOC
 * @param action TODO-DOC
 * @param related TODO-DOC
 * @param reportingComponent TODO-DOC
 * @param reportingInstance TODO-DOC
 */
@Kind(
    version = "v1",
    plural = "events",
    shortNames = "ev",
    fieldSelectors = {"involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type"},
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
    @Pb(6) @Nullable Instant firstTimestamp,
    @Pb(7) @Nullable Instant lastTimestamp,
    @Pb(8) int count,
    @Pb(9) @Nullable String type,
    @Micro @Pb(10) @Nullable Instant eventTime,
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
     * TODO-DOC.
     *
     * @param count TODO-DOC
     * @param lastObservedTime TODO-DOC
     */
    @RecordBuilder
    public record Series(
        @Pb(1) int count,
        @Micro @Pb(2) @Nullable Instant lastObservedTime)
        implements EventSeriesBuilder.With {
    }
}
