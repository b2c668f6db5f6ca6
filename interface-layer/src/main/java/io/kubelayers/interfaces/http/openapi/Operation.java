package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.meta.GroupVersionKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done at a path, put together bit by bit. */
final class Operation {
    /** What every answer can be had in. */
    private static final List<String> PLAIN = List.of("application/json", "application/yaml");

    private static final List<String> BUILT_IN =
            List.of("application/json", "application/yaml", "application/vnd.kubernetes.protobuf");

    private static final List<String> WATCHED = List.of(
            "application/json",
            "application/yaml",
            "application/vnd.kubernetes.protobuf",
            "application/json;stream=watch",
            "application/vnd.kubernetes.protobuf;stream=watch");

    private final Map<String, @Nullable Object> tree;
    private final Map<String, @Nullable Object> responses = Nodes.map();
    private final boolean custom;

    /** @param custom whether it's one of a custom resource, which has no protobuf form */
    Operation(String tag, String id, boolean custom) {
        this.tree = Nodes.map("tags", List.of(tag), "operationId", id);
        this.custom = custom;
    }

    Operation parameters(List<String> names) {
        if (!names.isEmpty()) {
            tree.put("parameters", Parameters.of(names));
        }
        return this;
    }

    Operation body(Map<String, @Nullable Object> schema) {
        return body(schema, custom ? PLAIN : List.of("*/*"));
    }

    Operation body(Map<String, @Nullable Object> schema, List<String> types) {
        tree.put("requestBody", Nodes.map("content", content(schema, types)));
        return this;
    }

    Operation answers(Map<String, @Nullable Object> schema, int... statuses) {
        return answers(schema, custom ? PLAIN : BUILT_IN, statuses);
    }

    Operation answersStream(Map<String, @Nullable Object> schema) {
        return answers(schema, custom ? PLAIN : WATCHED, 200);
    }

    Operation answersJson(Map<String, @Nullable Object> schema) {
        return answers(schema, List.of("application/json"), 200);
    }

    Operation answers(Map<String, @Nullable Object> schema, List<String> types, int... statuses) {
        for (int status : statuses) {
            var text = status == 200 ? "OK" : status == 201 ? "Created" : "Accepted";
            responses.put(Integer.toString(status), Nodes.map("description", text, "content", content(schema, types)));
        }
        return this;
    }

    private static Map<String, @Nullable Object> content(Map<String, @Nullable Object> schema, List<String> types) {
        var content = Nodes.map();
        types.forEach(type -> content.put(type, Nodes.map("schema", schema)));
        return content;
    }

    /** The tree of an operation on objects of a kind. */
    Map<String, @Nullable Object> done(String action, GroupVersionKind kind, String subresource) {
        var done = done(Texts.operation(action, kind.kind(), subresource));
        done.put("x-kubernetes-action", action);
        done.put("x-kubernetes-group-version-kind", Nodes.kind(kind));
        return done;
    }

    /** The tree of an operation that isn't about a kind. */
    Map<String, @Nullable Object> done(String description) {
        if (!description.isEmpty()) {
            tree.put("description", description);
        }
        responses.put("401", Nodes.map("description", "Unauthorized"));
        tree.put("responses", responses);
        return tree;
    }
}
