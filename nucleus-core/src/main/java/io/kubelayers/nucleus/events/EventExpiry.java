package io.kubelayers.nucleus.events;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.errors.ApiException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Forgets events an hour after they were last written, as the store of a real cluster does ({@code --event-ttl}).
 *
 * <p>When an event was last written is read from its own times, none of them being later than now.
 */
public final class EventExpiry implements Reconciler {
    /** How long events are kept. */
    public static final Duration KEPT = Duration.ofHours(1);

    private final ControllerContext context;

    private EventExpiry(ControllerContext context) {
        this.context = context;
    }

    /** The expiry as a controller. */
    public static Controller controller() {
        return Controller.named("event-ttl").over(Event.class).reconcile(EventExpiry::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Event.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            return Requeue.never();
        }
        var now = context.runtime().now();
        var end = lastWritten(found.get(), now).plus(KEPT);
        if (end.isAfter(now)) {
            return Requeue.after(Duration.between(now, end));
        }
        try {
            context.client().on(Event.class).delete(request.namespace(), request.name());
        } catch (ApiException gone) {
            if (!gone.isNotFound()) {
                throw gone;
            }
        }
        return Requeue.never();
    }

    static Instant lastWritten(Event event, Instant now) {
        var series = event.series();
        var written = later(Instant.EPOCH, event.metadata().creationTimestamp(), now);
        written = later(written, event.lastTimestamp(), now);
        written = later(written, event.eventTime(), now);
        return later(written, series == null ? null : series.lastObservedTime(), now);
    }

    private static Instant later(Instant one, @Nullable Instant other, Instant now) {
        return other != null && other.isAfter(one) && !other.isAfter(now) ? other : one;
    }
}
