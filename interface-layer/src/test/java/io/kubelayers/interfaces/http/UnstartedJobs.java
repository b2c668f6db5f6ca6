package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that have ended must have a start since 1.31. Where a scenario sends the status of one that has none, the
 * conversation is held as if it had said when: all else in those steps is compared.
 */
final class UnstartedJobs {
    private static final String START = "2026-11-22T11:00:00Z";

    private final Set<String> jobs = new HashSet<>();

    UnstartedJobs(List<?> steps) {
        for (var step : steps) {
            var path = Tree.text(step, "request", "path");
            var status = Tree.map(Tree.get(step, "request", "body", "status"));
            if (path.contains("/jobs/")
                    && path.endsWith("/status")
                    && ends(status)
                    && !status.containsKey("startTime")) {
                jobs.add(path.replaceFirst(".*/jobs/([^/]+)/status", "$1"));
            }
        }
    }

    private static boolean ends(Map<String, @Nullable Object> status) {
        return Tree.list(status.get("conditions")).stream()
                .map(condition -> Tree.text(condition, "type"))
                .anyMatch(type -> type.equals("Complete") || type.equals("Failed"));
    }

    Map<String, @Nullable Object> started(Map<String, @Nullable Object> step) {
        if (jobs.isEmpty()) {
            return step;
        }
        var adapted = Rewriting.response(step, (at, map) -> {
            if (jobs.contains(Tree.text(map, "metadata", "name"))) {
                object(map);
            } else if ("Table".equals(map.get("kind"))) {
                Tree.list(map.get("rows")).forEach(this::row);
            }
        });
        if (ends(Tree.map(Tree.get(step, "request", "body", "status")))) {
            var request = new LinkedHashMap<>(Tree.map(step.get("request")));
            var body = new LinkedHashMap<>(Tree.map(request.get("body")));
            var status = new LinkedHashMap<>(Tree.map(body.get("status")));
            status.putIfAbsent("startTime", START);
            body.put("status", status);
            request.put("body", body);
            adapted.put("request", request);
        }
        return adapted;
    }

    private static void object(Map<String, @Nullable Object> job) {
        if (job.get("status") instanceof Map<?, ?> status && ends(Tree.map(status))) {
            Tree.map(status).putIfAbsent("startTime", START);
        }
        for (var entry : Tree.list(Tree.get(job, "metadata", "managedFields"))) {
            if (Tree.get(entry, "fieldsV1", "f:status") instanceof Map<?, ?> owned
                    && owned.containsKey("f:conditions")) {
                Tree.map(owned).putIfAbsent("f:startTime", Map.of());
            }
        }
    }

    private void row(@Nullable Object row) {
        var cells = new ArrayList<>(Tree.list(Tree.get(row, "cells")));
        if (jobs.contains(String.valueOf(cells.get(0)))) {
            cells.set(3, "{{any}}"); // how long it took
            Tree.map(row).put("cells", cells);
        }
    }
}
