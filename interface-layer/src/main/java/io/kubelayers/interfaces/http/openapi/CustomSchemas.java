package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of custom kinds: what a definition says, and what every object has (apiextensions openapi/builder). */
final class CustomSchemas {
    private static final String CONVENTIONS =
            "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md";

    private static final String API_VERSION =
            "APIVersion defines the versioned schema of this representation of an object. Servers should convert"
                    + " recognized schemas to the latest internal value, and may reject unrecognized values. More info: "
                    + CONVENTIONS + "#resources";

    private static final String KIND =
            "Kind is a string value representing the REST resource this object represents. Servers may infer this from"
                    + " the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: "
                    + CONVENTIONS + "#types-kinds";

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";

    private final Schemas schemas;

    CustomSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The schema of a kind. */
    Map<String, @Nullable Object> object(ResourceType type, Map<String, @Nullable Object> given) {
        var schema = new LinkedHashMap<>(withTypes(given));
        schema.put("type", "object");
        var properties = Tree.map(schema.get("properties"));
        properties.put("metadata", metadata());
        schema.put("properties", properties);
        putKind(schema, type, type.kind());
        return schema;
    }

    /** The schema of lists of a kind. */
    Map<String, @Nullable Object> list(ResourceType type, Map<String, @Nullable Object> item) {
        var items = "List of " + type.plural() + ". More info: " + CONVENTIONS;
        var metadata = "Standard list metadata. More info: " + CONVENTIONS + "#types-kinds";
        var schema = Nodes.map(
                "description",
                type.listKind() + " is a list of " + type.kind(),
                "type",
                "object",
                "required",
                List.of("items"),
                "properties",
                Nodes.map(
                        "apiVersion", text(API_VERSION),
                        "items", Nodes.map("description", items, "type", "array", "items", item),
                        "kind", text(KIND),
                        "metadata",
                                Nodes.map(
                                        "description", metadata, "allOf", List.of(schemas.reference(ListMeta.class)))));
        putKind(schema, type, type.listKind());
        return schema;
    }

    private Map<String, @Nullable Object> metadata() {
        return Nodes.map(
                "description",
                "Standard object's metadata. More info: " + CONVENTIONS + "#metadata",
                "allOf",
                List.of(schemas.reference(ObjectMeta.class)));
    }

    private static Map<String, @Nullable Object> text(String description) {
        return Nodes.map("description", description, "type", "string");
    }

    private static void putKind(Map<String, @Nullable Object> schema, ResourceType type, String kind) {
        schema.put(
                "x-kubernetes-group-version-kind",
                List.of(Nodes.map("group", type.group(), "kind", kind, "version", type.version())));
    }

    private Map<String, @Nullable Object> withTypes(Map<String, @Nullable Object> given) {
        var schema = new LinkedHashMap<String, @Nullable Object>(given);
        var properties = new LinkedHashMap<String, @Nullable Object>();
        Tree.map(given.get("properties")).forEach((name, property) -> properties.put(name, embedded(property)));
        properties.put("apiVersion", text(API_VERSION));
        properties.put("kind", text(KIND));
        schema.put("properties", properties);
        return schema;
    }

    /** The part of a schema, in which embedded objects have what every object has, too. */
    private @Nullable Object embedded(@Nullable Object part) {
        if (!(part instanceof Map<?, ?>)) {
            return part;
        }
        var schema = new LinkedHashMap<String, @Nullable Object>(Tree.map(part));
        schema.computeIfPresent("items", (name, items) -> embedded(items));
        schema.computeIfPresent("additionalProperties", (name, values) -> embedded(values));
        if (Boolean.TRUE.equals(schema.get(EMBEDDED))) {
            var complete = withTypes(schema);
            Tree.map(complete.get("properties")).put("metadata", metadata());
            return complete;
        }
        if (schema.get("properties") instanceof Map<?, ?> given) {
            var properties = new LinkedHashMap<String, @Nullable Object>();
            Tree.map(given).forEach((name, property) -> properties.put(name, embedded(property)));
            schema.put("properties", properties);
        }
        return schema;
    }
}
