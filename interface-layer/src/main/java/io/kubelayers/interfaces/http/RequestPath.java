package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a method and path ask for (apiserver {@code endpoints/request/requestinfo.go}).
 *
 * @param resource whether it is about a resource, and not a path such as {@code /healthz}
 * @param verb the verb of policies; the lower-case method for other paths
 * @param group API group; "" is the core group
 * @param version API version
 * @param plural resource; "" if the path ends before it
 * @param namespace namespace; "" for none
 * @param name name of the object; "" for collections
 * @param subresource such as {@code status}; "" for the object itself
 * @param rest path parts behind the subresource
 * @param path the whole path
 */
record RequestPath(
        boolean resource,
        String verb,
        String group,
        String version,
        String plural,
        String namespace,
        String name,
        String subresource,
        List<String> rest,
        String path) {
    private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");

    static RequestPath of(HttpRequest request) {
        var path = request.path();
        var method = request.method();
        var parts = parts(path);
        int start = start(parts);
        if (start == 0) {
            return new RequestPath(false, method.toLowerCase(Locale.ROOT), "", "", "", "", "", "", List.of(), path);
        }
        var group = start == 2 ? "" : parts.get(1);
        var version = parts.get(start - 1);
        var left = parts.subList(start, parts.size());
        boolean watchPath =
                !left.isEmpty() && (left.get(0).equals("watch") || left.get(0).equals("proxy"));
        var verb = watchPath ? left.get(0) : verb(method);
        if (watchPath) {
            left = left.subList(1, left.size());
        }
        var namespace = "";
        if (left.size() > 1 && left.get(0).equals("namespaces")) {
            namespace = left.get(1);
            if (left.size() > 2 && !NAMESPACE_SUBRESOURCES.contains(left.get(2))) {
                left = left.subList(2, left.size());
            }
        }
        var name = left.size() > 1 ? left.get(1) : "";
        if (name.isEmpty() && verb.equals("get")) {
            verb = isTrue(request.query(), "watch") ? "watch" : "list";
        } else if (name.isEmpty() && verb.equals("delete")) {
            verb = "deletecollection";
        }
        return new RequestPath(
                true,
                verb,
                group,
                version,
                left.isEmpty() ? "" : left.get(0),
                namespace,
                name,
                left.size() > 2 ? left.get(2) : "",
                left.size() > 3 ? List.copyOf(left.subList(3, left.size())) : List.of(),
                path);
    }

    /** How many parts name group and version; 0 if the path is not about a resource. */
    private static int start(List<String> parts) {
        if (parts.size() >= 3 && parts.get(0).equals("api")) {
            return 2;
        }
        return parts.size() >= 4 && parts.get(0).equals("apis") ? 3 : 0;
    }

    private static List<String> parts(String path) {
        var parts = new ArrayList<String>(8);
        var trimmed = path.startsWith("/") ? path.substring(1) : path;
        if (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        if (trimmed.isEmpty()) {
            return parts;
        }
        int from = 0;
        for (int slash = trimmed.indexOf('/'); slash >= 0; slash = trimmed.indexOf('/', from)) {
            parts.add(trimmed.substring(from, slash));
            from = slash + 1;
        }
        parts.add(trimmed.substring(from));
        return parts;
    }

    private static String verb(String method) {
        return switch (method) {
            case "POST" -> "create";
            case "GET", "HEAD" -> "get";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> "";
        };
    }

    /** Go's idea of a true parameter: present and neither false nor 0. */
    static boolean isTrue(Query query, String name) {
        if (!query.has(name)) {
            return false;
        }
        var value = query.first(name);
        return !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    GroupVersionResource groupVersionResource() {
        return new GroupVersionResource(group, version, plural);
    }

    /** The name that authorization is about: lists and watches of one name by field selector are about that object. */
    String nameAskedFor(Query query) {
        var fields = query.first("fieldSelector");
        if (!name.isEmpty() || fields.isEmpty() || !verb.equals("list") && !verb.equals("watch")) {
            return name;
        }
        try {
            return FieldSelector.parse(fields).exactValue("metadata.name").orElse("");
        } catch (InvalidSelectorException refusedLater) {
            return "";
        }
    }

    /** Whether the namespace object itself is meant. */
    boolean isNamespace() {
        return group.isEmpty() && plural.equals("namespaces");
    }
}
