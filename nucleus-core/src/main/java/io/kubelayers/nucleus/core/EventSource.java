package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The origin of an event in its legacy form.
 *
 * @param component Component that reported the event.
 * @param host Node on which the component ran; empty if not applicable.
 */
@RecordBuilder
public record EventSource(@Pb(1) @Nullable String component, @Pb(2) @Nullable String host)
        implements EventSourceBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final EventSource EMPTY = new EventSource(null, null);

    public EventSource {
        component = Absent.optional(component);
        host = Absent.optional(host);
    }
}
