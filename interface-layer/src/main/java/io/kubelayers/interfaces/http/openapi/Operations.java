package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The paths of a resource with what can be done there. */
final class Operations {
    private static final List<String> WRITE = List.of("dryRun", "fieldManager", "fieldValidation");
    private static final List<String> LIST = List.of(
            "allowWatchBookmarks",
            "continue",
            "fieldSelector",
            "labelSelector",
            "limit",
            "resourceVersion",
            "resourceVersionMatch",
            "sendInitialEvents",
            "timeoutSeconds",
            "watch");
    private static final List<String> DELETE =
            List.of("dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy");

    private final ResourceType type;
    private final Map<String, @Nullable Object> object;
    private final Map<String, @Nullable Object> list;
    private final Map<String, @Nullable Object> status;

    Operations(
            ResourceType type,
            Map<String, @Nullable Object> object,
            Map<String, @Nullable Object> list,
            Schemas schemas) {
        this.type = type;
        this.object = object;
        this.list = list;
        this.status = schemas.reference(Status.class);
        schemas.reference(DefinitionNames.META + "Patch", Nodes.map("type", "object"));
        this.patch = schemas.reference(DefinitionNames.META + "Patch");
    }

    private final Map<String, @Nullable Object> patch;

    /** All paths, added to those of other resources. */
    void addTo(TreeMap<String, @Nullable Object> paths) {
        var root = type.group().isEmpty() ? "/api/v1" : "/apis/" + type.apiVersion();
        var inside = type.namespaced() ? root + "/namespaces/{namespace}/" + type.plural() : root + "/" + type.plural();
        var collection = collection();
        if (!collection.isEmpty()) {
            paths.put(inside, placed(collection, List.of()));
        }
        if (type.namespaced() && type.verbs().contains("list")) {
            paths.put(root + "/" + type.plural(), Nodes.map("get", operation("list", "list", list, LIST, null)));
        }
        var item = item();
        if (!item.isEmpty()) {
            paths.put(inside + "/{name}", placed(item, List.of("name")));
        }
        for (var subresource : type.subresources()) {
            var part = subresource(subresource);
            if (!part.isEmpty()) {
                paths.put(inside + "/{name}/" + subresource.name(), placed(part, List.of("name")));
            }
        }
    }

    private Map<String, @Nullable Object> placed(Map<String, @Nullable Object> path, List<String> names) {
        var parameters = new ArrayList<@Nullable Object>();
        for (var name : names) {
            parameters.add(inPath(name));
        }
        if (type.namespaced()) {
            parameters.add(inPath("namespace"));
        }
        parameters.add(parameter("pretty"));
        path.put("parameters", parameters);
        return path;
    }

    private Map<String, @Nullable Object> collection() {
        var path = Nodes.map();
        if (type.verbs().contains("list")) {
            path.put("get", operation("list", "list", list, LIST, null));
        }
        if (type.verbs().contains("create")) {
            path.put("post", operation("create", "post", object, WRITE, object));
        }
        if (type.verbs().contains("deletecollection")) {
            path.put("delete", operation("deleteCollection", "deletecollection", status, LIST, null));
        }
        return path;
    }

    private Map<String, @Nullable Object> item() {
        var path = Nodes.map();
        var verbs = type.verbs();
        if (verbs.contains("get")) {
            path.put("get", operation("read", "get", object, List.of(), null));
        }
        if (verbs.contains("update")) {
            path.put("put", operation("replace", "put", object, WRITE, object));
        }
        if (verbs.contains("patch")) {
            path.put("patch", patching(object));
        }
        if (verbs.contains("delete")) {
            path.put("delete", operation("delete", "delete", status, DELETE, null));
        }
        return path;
    }

    private Map<String, @Nullable Object> subresource(SubresourceType subresource) {
        var path = Nodes.map();
        var verbs = subresource.verbs();
        if (verbs.contains("get")) {
            path.put("get", operation("read", "get", object, List.of(), null));
        }
        if (verbs.contains("create")) {
            path.put("post", operation("create", "post", object, WRITE, object));
        }
        if (verbs.contains("update")) {
            path.put("put", operation("replace", "put", object, WRITE, object));
        }
        if (verbs.contains("patch")) {
            path.put("patch", patching(object));
        }
        path.values().forEach(operation -> rename(operation, subresource.name()));
        return path;
    }

    private static void rename(@Nullable Object operation, String subresource) {
        @SuppressWarnings("unchecked") // made here
        var tree = (Map<String, @Nullable Object>) operation;
        if (tree != null) {
            tree.put("operationId", tree.get("operationId") + capital(subresource));
        }
    }

    private Map<String, @Nullable Object> patching(Map<String, @Nullable Object> answer) {
        var parameters = new ArrayList<>(WRITE);
        parameters.add("force");
        var operation = operation("patch", "patch", answer, parameters, null);
        var content = Nodes.map();
        for (var format : List.of(
                "application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json")) {
            content.put(format, Nodes.map("schema", patch));
        }
        if (!type.dynamic()) {
            content.put("application/strategic-merge-patch+json", Nodes.map("schema", patch));
        }
        operation.put("requestBody", Nodes.map("content", content));
        return operation;
    }

    private Map<String, @Nullable Object> operation(
            String what,
            String action,
            Map<String, @Nullable Object> answer,
            List<String> parameters,
            @Nullable Map<String, @Nullable Object> body) {
        var operation = Nodes.map(
                "tags",
                List.of(tag()),
                "operationId",
                what + capital(tag()) + (type.namespaced() ? "Namespaced" : "") + type.kind());
        if (!parameters.isEmpty()) {
            var described = new ArrayList<@Nullable Object>();
            parameters.forEach(name -> described.add(parameter(name)));
            operation.put("parameters", described);
        }
        if (body != null) {
            operation.put(
                    "requestBody", Nodes.map("content", Nodes.map("*/*", Nodes.map("schema", body)), "required", true));
        }
        var content = Nodes.map();
        for (var format : List.of("application/json", "application/vnd.kubernetes.protobuf", "application/yaml")) {
            content.put(format, Nodes.map("schema", answer));
        }
        operation.put(
                "responses",
                Nodes.map(
                        "200", Nodes.map("description", "OK", "content", content),
                        "401", Nodes.map("description", "Unauthorized")));
        operation.put("x-kubernetes-action", action);
        operation.put(
                "x-kubernetes-group-version-kind",
                Nodes.map("group", type.group(), "version", type.version(), "kind", type.kind()));
        return operation;
    }

    private String tag() {
        var group = type.group().isEmpty() ? "core" : type.group().replaceFirst("\\..*", "");
        return group + "_" + type.version();
    }

    private static String capital(String text) {
        var joined = new StringBuilder();
        for (var part : text.split("_")) {
            joined.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return joined.toString();
    }

    private static Map<String, @Nullable Object> inPath(String name) {
        return Nodes.map(
                "name",
                name,
                "in",
                "path",
                "required",
                true,
                "schema",
                Nodes.map("type", "string", "uniqueItems", true));
    }

    private static Map<String, @Nullable Object> parameter(String name) {
        var kind =
                switch (name) {
                    case "allowWatchBookmarks", "force", "orphanDependents", "sendInitialEvents", "watch" -> "boolean";
                    case "gracePeriodSeconds", "limit", "timeoutSeconds" -> "integer";
                    default -> "string";
                };
        return Nodes.map("name", name, "in", "query", "schema", Nodes.map("type", kind, "uniqueItems", true));
    }
}
