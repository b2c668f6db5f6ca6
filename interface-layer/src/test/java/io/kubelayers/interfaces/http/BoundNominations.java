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
 * Pods that have a node can't be nominated for one since 1.35. Where a scenario does so, the conversation is held as if
 * the nomination had not been sent: all else in those steps is compared.
 */
final class BoundNominations {
    private static final String FIELD = "nominatedNodeName";

    private final Set<String> pods = new HashSet<>();
    private final Set<String> nodes = new HashSet<>();

    BoundNominations(List<?> steps) {
        var bound = new HashSet<String>();
        for (var step : steps) {
            var path = Tree.text(step, "request", "path");
            var body = Tree.get(step, "request", "body");
            if (path.endsWith("/pods") && !Tree.text(body, "spec", "nodeName").isEmpty()) {
                bound.add(Tree.text(body, "metadata", "name"));
            }
            var node = Tree.text(body, "status", FIELD);
            var pod = path.endsWith("/status") ? path.replaceFirst(".*/pods/([^/]+)/status", "$1") : "";
            if (!node.isEmpty() && bound.contains(pod)) {
                pods.add(pod);
                nodes.add(node);
            }
        }
    }

    Map<String, @Nullable Object> left(Map<String, @Nullable Object> step) {
        if (pods.isEmpty()) {
            return step;
        }
        var path = Tree.text(step, "request", "path");
        var adapted = step;
        if (pods.stream().anyMatch(pod -> path.endsWith("/" + pod + "/status"))) {
            adapted = new LinkedHashMap<>(step);
            var request = new LinkedHashMap<>(Tree.map(step.get("request")));
            var body = new LinkedHashMap<>(Tree.map(request.get("body")));
            body.put("status", without(Tree.map(body.get("status")), FIELD));
            request.put("body", body);
            adapted.put("request", request);
        }
        boolean selects = nodes.stream().anyMatch(node -> path.contains(FIELD + "%3D" + node));
        return Rewriting.response(adapted, (at, map) -> {
            if (selects && at.equals(".body")) {
                map.put("items", List.of());
            } else if (pods.contains(Tree.text(map, "metadata", "name"))) {
                unNominated(map);
            } else if ("Table".equals(map.get("kind"))) {
                rows(map);
            }
        });
    }

    private static void unNominated(Map<String, @Nullable Object> pod) {
        pod.computeIfPresent("status", (key, status) -> without(Tree.map(status), FIELD));
        var entries = new ArrayList<@Nullable Object>();
        for (var entry : Tree.list(Tree.get(pod, "metadata", "managedFields"))) {
            var status = Tree.get(entry, "fieldsV1", "f:status");
            if (status instanceof Map<?, ?> fields) {
                fields.remove("f:" + FIELD);
            }
            if (!Map.of().equals(status)) {
                entries.add(entry);
            }
        }
        Tree.map(pod.get("metadata")).put("managedFields", entries);
    }

    private void rows(Map<String, @Nullable Object> table) {
        for (var row : Tree.list(table.get("rows"))) {
            var cells = Tree.list(Tree.get(row, "cells"));
            if (pods.contains(String.valueOf(cells.get(0)))) {
                var copy = new ArrayList<>(cells);
                copy.replaceAll(cell -> nodes.contains(String.valueOf(cell)) ? "<none>" : cell);
                Tree.map(row).put("cells", copy);
            }
        }
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> map, String name) {
        var copy = new LinkedHashMap<>(map);
        copy.remove(name);
        return copy;
    }
}
