package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns that tables have got, or that have moved, since the recording. */
final class NewerTables {
    private static final Map<String, String> FORETOLD =
            Map.of("Complete", "SuccessCriteriaMet", "Failed", "FailureTarget");

    private NewerTables() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        var path = Tree.text(step, "request", "path").split("\\?", 2)[0];
        if (path.contains("/jobs")) {
            return withColumn(withCriteria(step), "Status", 1); // since 1.30
        }
        if (path.contains("/cronjobs")) {
            return withColumn(step, "Timezone", 2); // since 1.29
        }
        if (path.contains("/persistentvolumes")) {
            return withColumn(step, "VolumeAttributesClass", 7); // since 1.29
        }
        if (path.contains("/persistentvolumeclaims")) {
            return withColumn(step, "VolumeAttributesClass", 6);
        }
        return path.contains("/resourcequotas") ? withAgeLast(step) : step; // since 1.33
    }

    /** Since 1.31 whoever says that a job is complete or has failed must have said before that it will be. */
    private static Map<String, @Nullable Object> withCriteria(Map<String, @Nullable Object> step) {
        var adapted = Rewriting.response(step, (at, map) -> foretell(map));
        if (Tree.get(step, "request", "body", "status") instanceof Map<?, ?> status) {
            var told = new LinkedHashMap<>(Tree.map(status));
            foretell(told);
            var request = new LinkedHashMap<>(Tree.map(step.get("request")));
            var body = new LinkedHashMap<>(Tree.map(request.get("body")));
            body.put("status", told);
            request.put("body", body);
            adapted.put("request", request);
        }
        return adapted;
    }

    private static void foretell(Map<String, @Nullable Object> status) {
        var conditions = new ArrayList<@Nullable Object>();
        for (var condition : Tree.list(status.get("conditions"))) {
            var before = FORETOLD.get(Tree.text(condition, "type"));
            if (before != null) {
                var copy = new LinkedHashMap<>(Tree.map(condition));
                copy.put("type", before);
                conditions.add(copy);
            }
            conditions.add(condition);
        }
        if (!conditions.isEmpty()) {
            status.put("conditions", conditions);
        }
    }

    private static Map<String, @Nullable Object> withColumn(
            Map<String, @Nullable Object> step, String name, int place) {
        return Rewriting.response(step, (at, map) -> {
            if (!"Table".equals(map.get("kind"))) {
                return;
            }
            if (map.get("columnDefinitions") instanceof List<?> columns) {
                map.put("columnDefinitions", inserted(columns, place, column(name)));
            }
            for (var row : Tree.list(map.get("rows"))) {
                Tree.map(row).computeIfPresent("cells", (key, cells) -> inserted(Tree.list(cells), place, "{{any}}"));
            }
        });
    }

    private static Map<String, @Nullable Object> column(String name) {
        return Map.of("name", name, "type", "string", "format", "", "description", "{{any}}", "priority", 0L);
    }

    private static List<@Nullable Object> inserted(List<?> items, int at, Object item) {
        var longer = new ArrayList<@Nullable Object>(items);
        longer.add(at, item);
        return longer;
    }

    /** Quotas show their age as the last of four columns; it was the second. */
    private static Map<String, @Nullable Object> withAgeLast(Map<String, @Nullable Object> step) {
        return Rewriting.response(step, (at, map) -> {
            if ("Table".equals(map.get("kind"))) {
                map.computeIfPresent("columnDefinitions", (key, columns) -> moved(Tree.list(columns)));
                for (var row : Tree.list(map.get("rows"))) {
                    Tree.map(row).computeIfPresent("cells", (key, cells) -> moved(Tree.list(cells)));
                }
            }
        });
    }

    private static List<@Nullable Object> moved(List<@Nullable Object> items) {
        var copy = new ArrayList<@Nullable Object>(items);
        copy.add(copy.remove(1));
        return copy;
    }
}
