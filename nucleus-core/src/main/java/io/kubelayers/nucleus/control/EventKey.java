package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes two events the same happening: who tells what of which object (client-go {@code getEventKey}); and alike:
 * whatever the message says ({@code EventAggregatorByReasonFunc}).
 */
final class EventKey {
    /** How an event begins that stands for many that are alike. */
    static final String COMBINED = "(combined from similar events): ";

    private EventKey() {}

    /** The key of the same happening; all that is combined is one happening. */
    static String of(Event event) {
        return alike(event) + (isCombined(event) ? COMBINED : '=' + text(event.message()));
    }

    /** The key of those that are alike. */
    static String alike(Event event) {
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
        return key.toString();
    }

    static boolean isCombined(Event event) {
        return text(event.message()).startsWith(COMBINED);
    }

    /** Under what an index files an event: digests, since there are many events and their keys are long. */
    static List<String> filed(Event event) {
        return List.of(digest(of(event)), digest(alike(event)));
    }

    /** FNV-1a, 64 bits. Others may have the same: whoever looks one up compares the keys. */
    static String digest(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }

    private static void add(StringBuilder key, @Nullable String part) {
        key.append(text(part)).append('\n');
    }

    private static String text(@Nullable String part) {
        return Objects.requireNonNullElse(part, "");
    }
}
