package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.api.Descriptions;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    static List<@Nullable Object> ofPath(List<@Nullable Object> query, boolean named, boolean namespaced) {
        var byName = new TreeMap<String, @Nullable Object>();
        query.forEach(parameter -> byName.put(Tree.text(parameter, "name"), parameter));
        if (named) {
            byName.put("name", inPath("name"));
        }
        if (namespaced) {
            byName.put("namespace", inPath("namespace"));
        }
        return new ArrayList<>(byName.values());
    }

    /** Parameters for the fields of options that a subresource takes. */
    static List<@Nullable Object> ofOptions(Class<?> options, Descriptions descriptions) {
        var parameters = new ArrayList<@Nullable Object>();
        var record = RecordSchema.of(options);
        for (var field : record.fields()) {
            parameters.add(inQuery(field.name(), descriptions.of(record, field), type(field.type())));
        }
        return parameters;
    }

    /** The type of a field as a parameter; of lists that of an item, since they are given item by item. */
    private static String type(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return type(list.item());
        }
        return type == FieldType.Scalar.BOOL
                ? "boolean"
                : type == FieldType.Scalar.INT || type == FieldType.Scalar.LONG ? "integer" : "string";
    }

    static Map<String, @Nullable Object> inPath(String name) {
        var schema = Nodes.map("type", "string", "uniqueItems", true);
        var text = Texts.parameter(name);
        return Nodes.map("name", name, "in", "path", "description", text, "required", true, "schema", schema);
    }

    private static Map<String, @Nullable Object> inQuery(String name, String text, String type) {
        var schema = Nodes.map("type", type, "uniqueItems", true);
        return Nodes.map("name", name, "in", "query", "description", text, "schema", schema);
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
        return inQuery(name, Texts.parameter(name), type);
    }
}
