package io.kubelayers.interfaces.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parameters of operations. */
final class Parameters {
    static final List<String> WRITE = List.of("dryRun", "fieldManager", "fieldValidation");
    static final List<String> APPLY = List.of("dryRun", "fieldManager", "fieldValidation", "force");
    static final List<String> LIST = List.of(
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
    static final List<String> DELETE = List.of(
            "dryRun",
            "gracePeriodSeconds",
            "ignoreStoreReadErrorWithClusterBreakingPotential",
            "orphanDependents",
            "propagationPolicy");
    static final List<String> DELETE_SOME = both(DELETE, LIST);

    private Parameters() {}

    private static List<String> both(List<String> delete, List<String> list) {
        var names = new TreeSet<>(delete);
        names.addAll(list);
        names.remove("allowWatchBookmarks");
        names.remove("watch");
        return List.copyOf(names);
    }

    static List<@Nullable Object> of(List<String> names) {
        var parameters = new ArrayList<@Nullable Object>();
        names.forEach(name -> parameters.add(of(name)));
        return parameters;
    }

    /** Parameters of a path itself, by their names. */
    static List<@Nullable Object> ofPath(List<String> query, boolean named, boolean namespaced) {
        var names = new TreeSet<>(query);
        names.add("pretty");
        if (named) {
            names.add("name");
        }
        if (namespaced) {
            names.add("namespace");
        }
        return of(List.copyOf(names));
    }

    private static Map<String, @Nullable Object> of(String name) {
        var type =
                switch (name) {
                    case "allowWatchBookmarks",
                            "force",
                            "ignoreStoreReadErrorWithClusterBreakingPotential",
                            "orphanDependents",
                            "sendInitialEvents",
                            "watch" -> "boolean";
                    case "gracePeriodSeconds", "limit", "timeoutSeconds" -> "integer";
                    default -> "string";
                };
        var schema = Nodes.map("type", type, "uniqueItems", true);
        return name.equals("name") || name.equals("namespace")
                ? Nodes.map("name", name, "in", "path", "required", true, "schema", schema)
                : Nodes.map("name", name, "in", "query", "schema", schema);
    }
}
