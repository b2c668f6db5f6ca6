package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.ExtensionRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the custom and the external metrics API have in common: parameters that select, lists as trees. */
final class MetricsQuery {
    private MetricsQuery() {}

    /** Lets reads pass. */
    static void requireRead(ExtensionRequest request) {
        if (!request.verb().equals("get") && !request.verb().equals("list")) {
            throw ApiErrors.methodNotAllowed();
        }
    }

    /** A selector that a parameter holds; without it everything. */
    static Selector selector(ExtensionRequest request, String parameter) {
        var text = request.parameter(parameter);
        try {
            return text.isEmpty() ? Selector.everything() : Selector.parse(text);
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    static Map<String, @Nullable Object> list(String kind, String apiVersion, List<?> items) {
        var list = new LinkedHashMap<String, @Nullable Object>();
        list.put("kind", kind);
        list.put("apiVersion", apiVersion);
        list.put("metadata", Map.of());
        list.put("items", items);
        return list;
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
