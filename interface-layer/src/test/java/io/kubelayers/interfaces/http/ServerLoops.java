package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Not a version's: loops inside the recorded server wrote conditions of flow schemas and API services between two requests.
 * Controllers do that here, and there are none in these conversations.
 */
final class ServerLoops {
    private static final Set<String> WRITERS = Set.of("api-priority-and-fairness-config-consumer-v1", "kube-apiserver");
    private static final Set<String> CONDITIONS = Set.of("Dangling", "Available");

    private ServerLoops() {}

    static Map<String, @Nullable Object> unwritten(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path");
        boolean services = path.contains("/apiservices");
        if (!path.contains("/flowschemas") && !services || path.contains("/status")) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (services && at.equals(".body.metadata")) {
                map.remove("continue"); // services of the server's own groups followed
            }
            if (at.endsWith(".rows[]")) {
                untold(Tree.list(map.get("cells")), services);
            }
            if (at.endsWith(".metadata") && map.get("managedFields") instanceof List<?> entries) {
                map.put("managedFields", without(entries, "manager", WRITERS));
            } else if (at.endsWith(".status") && map.get("conditions") instanceof List<?> conditions) {
                var left = without(conditions, "type", CONDITIONS);
                if (left.isEmpty()) {
                    map.remove("conditions");
                } else {
                    map.put("conditions", left);
                }
            }
        });
    }

    private static void untold(List<@Nullable Object> cells, boolean services) {
        if (services) {
            cells.replaceAll(cell -> String.valueOf(cell).startsWith("False (") ? "Unknown" : cell);
        } else {
            cells.replaceAll(cell -> "False".equals(cell) ? "?" : cell);
        }
    }

    private static List<@Nullable Object> without(List<?> items, String key, Set<String> values) {
        var left = new ArrayList<@Nullable Object>();
        for (var item : items) {
            if (!values.contains(Tree.text(item, key))) {
                left.add(item);
            }
        }
        return left;
    }
}
