package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes two events the same happening (client-go {@code getEventKey}): who tells what of which object. */
final class EventKey {
    private EventKey() {}

    static String of(Event event) {
        var about = event.involvedObject();
        var key = new StringBuilder(160);
        add(key, event.source().component());
        add(key, about.kind());
        add(key, about.namespace());
        add(key, about.name());
        add(key, about.fieldPath());
        add(key, about.uid());
        add(key, event.type());
        add(key, event.reason());
        return key.append(event.message()).toString();
    }

    private static void add(StringBuilder key, @Nullable String part) {
        key.append(Objects.requireNonNullElse(part, "")).append('\n');
    }
}
