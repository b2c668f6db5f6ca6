package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.interfaces.http.discovery.SubresourceKind;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.server.DeletedObjects;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The paths of a resource with what can be done there. */
final class Operations {
    private static final List<String> PATCHES =
            List.of("application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json");

    private static final List<String> BUILT_IN_PATCHES = List.of(
            "application/apply-patch+yaml",
            "application/json-patch+json",
            "application/merge-patch+json",
            "application/strategic-merge-patch+json");

    private final ResourceType type;
    private final OperationNames names;
    private final Map<String, @Nullable Object> object;
    private final Map<String, @Nullable Object> list;
    private final Schemas schemas;
    private final boolean custom;

    Operations(
            ResourceType type,
            Map<String, @Nullable Object> object,
            Map<String, @Nullable Object> list,
            Schemas schemas) {
        this.type = type;
        this.names = OperationNames.of(type);
        this.object = object;
        this.list = list;
        this.schemas = schemas;
        this.custom = type.record() == null;
    }

    /** All paths, added to those of other resources. */
    void addTo(TreeMap<String, @Nullable Object> paths) {
        var root = type.group().isEmpty() ? "/api/v1" : "/apis/" + type.apiVersion();
        var scoped = type.namespaced() ? "/namespaces/{namespace}/" : "/";
        var inside = root + scoped + type.plural();
        put(paths, inside, collection(), List.of(), false, type.namespaced());
        if (type.namespaced() && type.verbs().contains("list")) {
            var everywhere = operation("list", type.kind() + "ForAllNamespaces").answersStream(list);
            put(
                    paths,
                    root + "/" + type.plural(),
                    Nodes.map("get", done(everywhere, "list")),
                    Parameters.LIST,
                    false,
                    false);
        }
        put(paths, inside + "/{name}", item(), List.of(), true, type.namespaced());
        for (var subresource : type.subresources()) {
            var path = inside + "/{name}/" + subresource.name();
            if (subresource.kind().endsWith("Options")) {
                new Connections(type, subresource, schemas).addTo(paths, path);
            } else if (subresource.name().equals("log")) {
                paths.put(path, new Connections(type, subresource, schemas).log());
            } else {
                put(paths, path, subresource(subresource), query(subresource), true, type.namespaced());
            }
        }
        if (!custom && type.verbs().contains("watch")) {
            watches(paths, root + "/watch", scoped + type.plural());
        }
    }

    private void put(
            TreeMap<String, @Nullable Object> paths,
            String path,
            Map<String, @Nullable Object> operations,
            List<String> query,
            boolean named,
            boolean namespaced) {
        if (!operations.isEmpty()) {
            var all = new ArrayList<>(query);
            all.add("pretty");
            operations.put("parameters", Parameters.ofPath(Parameters.of(all), named, namespaced));
            paths.put(path, operations);
        }
    }

    /** Parameters of everything that can be done with a subresource: creating is all that can, with some. */
    private static List<String> query(SubresourceType subresource) {
        return subresource.verbs().equals(List.of("create")) ? Parameters.WRITE : List.of();
    }

    private Operation operation(String verb, String rest) {
        return new Operation(names.tag(), names.id(verb, rest), custom);
    }

    private Map<String, @Nullable Object> done(Operation operation, String action) {
        return operation.done(action, type.groupVersionKind(), "");
    }

    private String scopedKind() {
        return (type.namespaced() ? "Namespaced" : "") + type.kind();
    }

    private Map<String, @Nullable Object> status() {
        return schemas.reference(Status.class);
    }

    private Map<String, @Nullable Object> collection() {
        var path = Nodes.map();
        if (type.verbs().contains("list")) {
            var listing =
                    operation("list", scopedKind()).parameters(Parameters.LIST).answersStream(list);
            path.put("get", done(listing, "list"));
        }
        if (type.verbs().contains("create")) {
            path.put("post", creating("", object, type.groupVersionKind()));
        }
        if (type.verbs().contains("deletecollection")) {
            var deleting = operation("delete", "Collection" + scopedKind())
                    .parameters(custom ? Parameters.LIST : Parameters.DELETE_SOME)
                    .answers(status(), 200);
            if (!custom) {
                deleting.body(schemas.options(DeleteOptions.class));
            }
            path.put("delete", done(deleting, "deletecollection"));
        }
        return path;
    }

    private Map<String, @Nullable Object> item() {
        var path = Nodes.map();
        var verbs = type.verbs();
        usual(path, verbs, "", object, type.groupVersionKind());
        if (verbs.contains("delete")) {
            var deleting = operation("delete", scopedKind())
                    .parameters(Parameters.DELETE)
                    .body(schemas.options(DeleteOptions.class))
                    .answers(DeletedObjects.areAnswered(type) ? object : status(), 200, 202);
            path.put("delete", done(deleting, "delete"));
        }
        return path;
    }

    private Map<String, @Nullable Object> subresource(SubresourceType subresource) {
        var path = Nodes.map();
        var kind = SubresourceKind.inFull(type, subresource);
        var body = schemas.reference(kind).orElse(object);
        usual(path, subresource.verbs(), subresource.name(), body, kind);
        if (subresource.verbs().contains("create")) {
            path.put("post", creating(subresource.name(), body, kind));
        }
        return path;
    }

    private void usual(
            Map<String, @Nullable Object> path,
            List<String> verbs,
            String subresource,
            Map<String, @Nullable Object> body,
            GroupVersionKind kind) {
        var rest = scopedKind() + OperationNames.joined(subresource, true);
        if (verbs.contains("get")) {
            var reading = operation("read", rest)
                    .parameters(custom ? List.of("resourceVersion") : List.of())
                    .answers(body, 200);
            path.put("get", reading.done("get", kind, subresource));
        }
        if (verbs.contains("update")) {
            var replacing = operation("replace", rest)
                    .parameters(Parameters.WRITE)
                    .body(body)
                    .answers(body, 200, 201);
            path.put("put", replacing.done("put", kind, subresource));
        }
        if (verbs.contains("patch")) {
            var patch = schemas.patch();
            var patching = operation("patch", rest)
                    .parameters(Parameters.APPLY)
                    .body(patch, custom ? PATCHES : BUILT_IN_PATCHES)
                    .answers(body, 200);
            if (!custom) {
                patching.answers(body, 201);
            }
            path.put("patch", patching.done("patch", kind, subresource));
        }
    }

    private Map<String, @Nullable Object> creating(
            String subresource, Map<String, @Nullable Object> body, GroupVersionKind kind) {
        var creating = operation("create", scopedKind() + OperationNames.joined(subresource, true))
                .parameters(subresource.isEmpty() ? Parameters.WRITE : List.of())
                .body(body)
                .answers(body, 200, 201, 202);
        return creating.done("post", kind, subresource);
    }

    /** The paths for watching alone, which are deprecated but still there. */
    private void watches(TreeMap<String, @Nullable Object> paths, String root, String inside) {
        var event = schemas.watchEvent();
        var several = operation("watch", scopedKind() + "List").answersStream(event);
        put(
                paths,
                root + inside,
                Nodes.map("get", done(several, "watchlist")),
                Parameters.LIST,
                false,
                type.namespaced());
        var one = operation("watch", scopedKind()).answersStream(event);
        put(
                paths,
                root + inside + "/{name}",
                Nodes.map("get", done(one, "watch")),
                Parameters.LIST,
                true,
                type.namespaced());
        if (type.namespaced()) {
            var all = operation("watch", type.kind() + "ListForAllNamespaces").answersStream(event);
            put(
                    paths,
                    root + "/" + type.plural(),
                    Nodes.map("get", done(all, "watchlist")),
                    Parameters.LIST,
                    false,
                    false);
        }
    }
}
