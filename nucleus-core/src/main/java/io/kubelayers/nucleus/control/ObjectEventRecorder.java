package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventBuilder;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records events as Event objects. The name is made of the object's and of the time, as client-go makes it
 * ({@code tools/record/event.go}), so that a list shows what happened to an object in the order in which it happened; of
 * two that happen at once the second is named a nanosecond later. The same happening finds its event again and raises its
 * count, and what is told of one object in ten ways and more is combined ({@code tools/record/events_cache.go}). An event that can't be written is dropped: events are for people, nothing
 * depends on them.
 */
public final class ObjectEventRecorder implements EventRecorder {
    /** Events that are alike stay by themselves as long as they are no more ({@code defaultAggregateMaxEvents}). */
    private static final int MOST_ALIKE = 9;

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Client client;
    private final Runtime runtime;
    private final String component;
    private final String part;
    private final ToldEvents told;
    private final LastInstant last;
    private final @Nullable Instant then;
    private final boolean combines;

    /**
     * @param component who tells, such as {@code deployment-controller}
     * @param told where events are found again
     */
    public ObjectEventRecorder(Client client, Runtime runtime, String component, ToldEvents told) {
        this(client, runtime, component, "", told, new LastInstant(), null, true);
    }

    private ObjectEventRecorder(
            Client client,
            Runtime runtime,
            String component,
            String part,
            ToldEvents told,
            LastInstant last,
            @Nullable Instant then,
            boolean combines) {
        this.client = client;
        this.runtime = runtime;
        this.component = component;
        this.part = part;
        this.told = told;
        this.last = last;
        this.then = then;
        this.combines = combines;
    }

    @Override
    public EventRecorder of(String some) {
        return some.equals(part)
                ? this
                : new ObjectEventRecorder(client, runtime, component, some, told, last, then, combines);
    }

    @Override
    public EventRecorder from(String other) {
        return other.equals(component)
                ? this
                : new ObjectEventRecorder(client, runtime, other, part, told, last, then, false);
    }

    @Override
    public EventRecorder at(Instant some) {
        return new ObjectEventRecorder(client, runtime, component, part, told, last, some, combines);
    }

    @Override
    public void normal(KubernetesObject about, String reason, String message) {
        record(about, "Normal", reason, message);
    }

    @Override
    public void warning(KubernetesObject about, String reason, String message) {
        record(about, "Warning", reason, message);
    }

    private void record(KubernetesObject about, String type, String reason, String message) {
        try {
            write(event(about, type, reason, message));
        } catch (ApiException unwritten) {
            // a namespace that is going away, or a quota on events: nothing that may stop a controller
        }
    }

    private void write(Event event) {
        if (!again(event)) {
            var combined = event.withMessage(EventKey.COMBINED + event.message());
            if (!combines || !isOneOfMany(event)) {
                told.told(create(event));
            } else if (!again(combined)) {
                told.told(create(combined));
            }
        }
    }

    /** Once some are combined, all are, until for a while there are none. */
    private boolean isOneOfMany(Event event) {
        var since = runtime.now().minus(INTERVAL);
        int alike = 0;
        for (var other : told.alike(event)) {
            var last = other.lastTimestamp();
            if (last != null && !last.isBefore(since)) {
                alike += EventKey.isCombined(other) ? MOST_ALIKE : 1;
            }
        }
        return alike >= MOST_ALIKE;
    }

    /** Raises the count of the event of the same happening, if there is one. */
    private boolean again(Event event) {
        var known = told.find(event).flatMap(name -> client.on(Event.class).find(name.namespace(), name.name()));
        if (known.isEmpty()) {
            return false;
        }
        var raised = known.get()
                .withMessage(event.message())
                .withCount(known.get().count() + 1)
                .withLastTimestamp(runtime.timestamp());
        told.told(client.update(raised));
        return true;
    }

    /** The name of the first nanosecond from now on that no other event of the object has. */
    private Event create(Event event) {
        var about = event.involvedObject().name();
        long nanos = last.from(event.metadata().namespaceOrEmpty() + "/" + about, nanos());
        while (true) {
            var name = about + "." + Long.toHexString(nanos);
            try {
                return client.create(event.withMetadata(event.metadata().withName(name)));
            } catch (ApiException refused) {
                if (!refused.isAlreadyExists()) {
                    throw refused;
                }
                nanos = last.after(nanos);
            }
        }
    }

    private long nanos() {
        var now = then == null ? runtime.now() : then;
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private Event event(KubernetesObject about, String type, String reason, String message) {
        var metadata = about.metadata();
        var namespace = metadata.namespaceOrEmpty().isEmpty() ? "default" : metadata.namespaceOrEmpty();
        var kind = client.types().typeOf(about);
        return EventBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().namespace(namespace).build())
                .involvedObject(new ObjectReference(
                        kind.kind(),
                        metadata.namespace(),
                        metadata.name(),
                        metadata.uid(),
                        kind.apiVersion(),
                        metadata.resourceVersion(),
                        part.isEmpty() ? null : part))
                .reason(reason)
                .message(message)
                .source(new EventSource(component, null))
                .firstTimestamp(runtime.timestamp())
                .lastTimestamp(runtime.timestamp())
                .count(1)
                .type(type)
                .reportingComponent(component)
                .build();
    }

    /**
     * The last nanosecond given away: where hundreds of events of an object happen at one instant of a virtual clock, the
     * next free one is not looked for from the start. A hint only; the name is what the API server says it is.
     */
    private static final class LastInstant {
        private @Nullable String about;
        private long asked;
        private long given;

        synchronized long from(String object, long now) {
            if (object.equals(about) && now == asked) {
                given++;
            } else {
                about = object;
                asked = now;
                given = now;
            }
            return given;
        }

        synchronized long after(long taken) {
            given = Math.max(given, taken) + 1;
            return given;
        }
    }
}
