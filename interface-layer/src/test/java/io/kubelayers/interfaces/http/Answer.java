package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares an answer with the recorded one. */
final class Answer {
    private final Placeholders bound;
    private final HttpRequest request;

    Answer(Placeholders bound, HttpRequest request) {
        this.bound = bound;
        this.request = request;
    }

    static @Nullable String sameStatus(Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> actual) {
        return recorded.get("status").equals(actual.get("status"))
                ? null
                : "  status: expected " + recorded.get("status") + ", got " + actual.get("status") + " "
                        + Tree.text(actual.get("body"), "message");
    }

    /** The differences as lines; null if there are none. */
    @Nullable
    String difference(Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> actual) {
        var found = new TreeComparison(bound);
        if (recorded.get("body") instanceof Map<?, ?> body && body.containsKey("items")) {
            found = found.ofList();
        }
        found.compare("status", recorded.get("status"), actual.get("status"));
        found.compare("headers", recorded.get("headers"), actual.get("headers"));
        found.compare("body", recorded.get("body"), actual.get("body"));
        if (recorded.get("bodyText") instanceof String text && actual.get("bodyText") instanceof String ours) {
            found.compare("bodyText", text.stripTrailing(), ours.stripTrailing());
        } else {
            found.compare("bodyText", recorded.get("bodyText"), actual.get("bodyText"));
        }
        if (recorded.containsKey("events") || actual.containsKey("events")) {
            events(found, Tree.list(recorded.get("events")), Tree.list(actual.get("events")));
        }
        if (found.differences().isEmpty()) {
            return null;
        }
        var message = Tree.text(actual.get("body"), "message");
        return String.join("\n", found.differences())
                + (message.isEmpty() || recorded.get("status").equals(actual.get("status"))
                        ? ""
                        : "\n  we say: " + message);
    }

    /** What exists at the start of a watch comes in any order. */
    private void events(TreeComparison found, List<@Nullable Object> recorded, List<@Nullable Object> actual) {
        int synthetic = startsWithWhatExists() ? added(recorded) : 0;
        if (synthetic > 0 && added(actual) >= synthetic) {
            found.compareUnordered("events", recorded.subList(0, synthetic), actual.subList(0, synthetic));
            found.compare(
                    "events after the first " + synthetic,
                    new ArrayList<>(recorded.subList(synthetic, recorded.size())),
                    new ArrayList<>(actual.subList(synthetic, actual.size())));
        } else {
            found.compare("events", recorded, actual);
        }
    }

    private boolean startsWithWhatExists() {
        var version = request.query().first("resourceVersion");
        return version.isEmpty() || version.equals("0") || RequestPath.isTrue(request.query(), "sendInitialEvents");
    }

    private static int added(List<@Nullable Object> events) {
        int count = 0;
        while (count < events.size() && "ADDED".equals(Tree.get(events.get(count), "type"))) {
            count++;
        }
        return count;
    }
}
