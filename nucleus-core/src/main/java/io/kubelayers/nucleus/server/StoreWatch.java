package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.store.CompactedException;
import io.kubelayers.nucleus.store.StoreEvent;
import io.kubelayers.nucleus.store.Stored;
import io.kubelayers.nucleus.store.WatchCursor;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A watch on the store: first what exists, if asked for, then what happens, as far as it matches the selection. */
final class StoreWatch implements WatchStream {
    private final WatchCursor cursor;
    private final Iterator<Stored> existing;
    private final Selection selection;
    private final UnaryOperator<KubernetesObject> asServed;
    private final ResourceType type;
    private final RequestOptions options;
    private final long from;
    private boolean initialEnded;
    private long bookmarked;

    /** @param from what came up to this revision is not told, be it in the future */
    StoreWatch(
            WatchCursor cursor,
            List<Stored> existing,
            Selection selection,
            UnaryOperator<KubernetesObject> asServed,
            ResourceType type,
            RequestOptions options,
            long from) {
        this.cursor = cursor;
        this.existing = existing.iterator();
        this.selection = selection;
        this.asServed = asServed;
        this.type = type;
        this.options = options;
        this.from = from;
        this.initialEnded = !Boolean.TRUE.equals(options.sendInitialEvents());
        this.bookmarked = cursor.revision();
    }

    @Override
    public Optional<Event> poll() {
        while (existing.hasNext()) {
            var object = existing.next().object();
            if (selection.matches(object)) {
                return Optional.of(new Event(Type.ADDED, asServed.apply(object), null));
            }
        }
        if (!initialEnded) {
            initialEnded = true;
            if (options.allowWatchBookmarks()) {
                return Optional.of(bookmark(cursor.revision(), Map.of("k8s.io/initial-events-end", "true")));
            }
        }
        return next();
    }

    private Optional<Event> next() {
        try {
            for (var change = cursor.poll(); change.isPresent(); change = cursor.poll()) {
                var event = change.get().revision() > from ? seen(change.get()) : Optional.<Event>empty();
                if (event.isPresent()) {
                    return event;
                }
            }
        } catch (CompactedException tooSlow) {
            throw ApiErrors.expired("too old resource version: " + cursor.revision());
        }
        long upTo = cursor.bookmark();
        if (options.allowWatchBookmarks() && upTo > bookmarked) {
            return Optional.of(bookmark(upTo, Map.of()));
        }
        return Optional.empty();
    }

    /** What the change is to somebody who sees only matching objects. */
    private Optional<Event> seen(StoreEvent change) {
        var object = change.current().object();
        var previous = change.previous() == null ? null : change.previous().object();
        boolean before = previous != null && selection.matches(previous);
        boolean after = change.type() != StoreEvent.Type.DELETED && selection.matches(object);
        if (before && after) {
            return event(Type.MODIFIED, object, previous);
        }
        if (after) {
            return event(Type.ADDED, object, null);
        }
        if (previous == null || !before) {
            return Optional.empty();
        }
        // one that stopped matching is shown as it last matched, with the version at which it left
        var left = previous.withMetadata(
                previous.metadata().withResourceVersion(object.metadata().resourceVersion()));
        return event(Type.DELETED, change.type() == StoreEvent.Type.DELETED ? object : left, previous);
    }

    private Optional<Event> event(Type what, KubernetesObject object, @Nullable KubernetesObject previous) {
        bookmarked = cursor.revision();
        return Optional.of(new Event(what, asServed.apply(object), previous));
    }

    private Event bookmark(long revision, Map<String, String> annotations) {
        bookmarked = revision;
        ObjectMeta metadata = ObjectMetaBuilder.builder()
                .resourceVersion(Long.toString(revision))
                .annotations(annotations)
                .build();
        // an empty object of the kind, with nothing but the version
        var record = type.record();
        KubernetesObject object = record == null
                ? new DynamicObject(type.apiVersion(), type.kind(), metadata, Map.of())
                : ((KubernetesObject) RecordSchema.of(record).empty()).withMetadata(metadata);
        return new Event(Type.BOOKMARK, object, null);
    }

    @Override
    public void onEvents(Runnable wake) {
        cursor.onEvents(wake);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
