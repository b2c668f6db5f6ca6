package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.ListType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The schemas that a document needs: those asked for and all that they refer to. */
final class Schemas {
    private final TypeRegistry types;
    private final String prefix;
    private final TreeMap<String, @Nullable Object> schemas = new TreeMap<>();

    /** @param prefix where schemas stand in the document, such as {@code #/components/schemas/} */
    Schemas(TypeRegistry types, String prefix) {
        this.types = types;
        this.prefix = prefix;
    }

    Map<String, @Nullable Object> all() {
        return schemas;
    }

    /** A reference to a schema that stands in the document. */
    Map<String, @Nullable Object> reference(String name) {
        return Nodes.map("$ref", prefix + name);
    }

    /** A reference to the schema of a record, which is added with all that it refers to. */
    Map<String, @Nullable Object> reference(Class<?> record) {
        var name = DefinitionNames.of(record);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Nodes.map());
            schemas.put(name, schema(RecordSchema.of(record)));
        }
        return reference(name);
    }

    /** A schema that is no record's. */
    Map<String, @Nullable Object> reference(String name, Map<String, @Nullable Object> schema) {
        schemas.putIfAbsent(name, schema);
        return reference(name);
    }

    /** The schema of lists of a kind. */
    Map<String, @Nullable Object> list(ResourceType type, Map<String, @Nullable Object> item) {
        var name = DefinitionNames.list(type);
        if (!schemas.containsKey(name)) {
            var properties = Nodes.map(
                    "apiVersion", Nodes.map("type", "string"),
                    "items",
                            Nodes.map("type", "array", "items", Nodes.map("default", Map.of(), "allOf", List.of(item))),
                    "kind", Nodes.map("type", "string"),
                    "metadata", Nodes.map("default", Map.of(), "allOf", List.of(reference(ListMeta.class))));
            var schema = Nodes.map("type", "object", "required", List.of("items"), "properties", properties);
            schema.put(
                    "x-kubernetes-group-version-kind",
                    List.of(Nodes.map("group", type.group(), "kind", type.listKind(), "version", type.version())));
            schemas.put(name, schema);
        }
        return reference(name);
    }

    private Map<String, @Nullable Object> schema(RecordSchema record) {
        var type = record.type();
        var resource = types.byClass(type);
        var properties = new TreeMap<String, @Nullable Object>();
        var required = new ArrayList<String>();
        if (resource.isPresent() || hasKind(type)) {
            properties.put("apiVersion", Nodes.map("type", "string"));
            properties.put("kind", Nodes.map("type", "string"));
        }
        for (var field : record.fields()) {
            properties.put(field.name(), property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        var schema = Nodes.map("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        if (record.atomic()) {
            schema.put("x-kubernetes-map-type", "atomic");
        }
        resource.ifPresent(served -> schema.put(
                "x-kubernetes-group-version-kind",
                List.of(Nodes.map("group", served.group(), "kind", served.kind(), "version", served.version()))));
        return schema;
    }

    private boolean hasKind(Class<?> type) {
        return type.isAnnotationPresent(io.kubelayers.nucleus.api.ApiType.class);
    }

    private Map<String, @Nullable Object> property(FieldSchema field) {
        var property = type(field.type());
        if (property.containsKey("$ref")) {
            var plain = Nodes.map();
            if (!field.nullable() && field.type() instanceof FieldType.Struct) {
                plain.put("default", Map.of());
            }
            plain.put("allOf", List.of(property));
            property = plain;
        }
        var values = field.enumValues();
        if (field.enumClosed() && !values.isEmpty() && "string".equals(property.get("type"))) {
            property.put("enum", values);
        }
        extensions(field, property);
        return property;
    }

    private static void extensions(FieldSchema field, Map<String, @Nullable Object> property) {
        if (field.type() instanceof FieldType.ListOf) {
            if (field.listType() == ListType.MAP) {
                property.put("x-kubernetes-list-map-keys", field.listKeys());
                property.put("x-kubernetes-list-type", "map");
            } else if (field.listType() == ListType.SET) {
                property.put("x-kubernetes-list-type", "set");
            } else if (field.atomic()) {
                property.put("x-kubernetes-list-type", "atomic");
            }
        } else if (field.atomic()) {
            property.put("x-kubernetes-map-type", "atomic");
        } else if (field.granular()) {
            property.put("x-kubernetes-map-type", "granular");
        }
        field.mergeKey()
                .filter(key -> !key.isEmpty())
                .ifPresent(key -> property.put("x-kubernetes-patch-merge-key", key));
        if (!field.patchStrategies().isEmpty()) {
            property.put("x-kubernetes-patch-strategy", String.join(",", field.patchStrategies()));
        }
    }

    private Map<String, @Nullable Object> type(FieldType type) {
        if (type instanceof FieldType.Struct struct) {
            return reference(struct.type());
        }
        if (type instanceof FieldType.Union union) {
            // any shape: what fits is told by the value
            return reference(DefinitionNames.of(union.type()), Nodes.map());
        }
        if (type instanceof FieldType.ListOf list) {
            return Nodes.map("type", "array", "items", item(list.item()));
        }
        if (type instanceof FieldType.MapOf map) {
            return Nodes.map("type", "object", "additionalProperties", item(map.value()));
        }
        return scalar((FieldType.Scalar) type);
    }

    private Map<String, @Nullable Object> item(FieldType type) {
        var item = type(type);
        if (!item.containsKey("$ref")) {
            return item;
        }
        return type instanceof FieldType.Struct
                ? Nodes.map("default", Map.of(), "allOf", List.of(item))
                : Nodes.map("allOf", List.of(item));
    }

    private Map<String, @Nullable Object> scalar(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> Nodes.map("type", "string");
            case DURATION -> reference(DefinitionNames.META + "Duration", Nodes.map("type", "string"));
            case BOOL -> Nodes.map("type", "boolean");
            case INT -> Nodes.map("type", "integer", "format", "int32");
            case LONG -> Nodes.map("type", "integer", "format", "int64");
            case DOUBLE -> Nodes.map("type", "number", "format", "double");
            case BYTES -> Nodes.map("type", "string", "format", "byte");
            case QUANTITY -> reference(
                    DefinitionNames.QUANTITY,
                    Nodes.map("oneOf", List.of(Nodes.map("type", "string"), Nodes.map("type", "number"))));
            case INT_OR_STRING -> reference(
                    DefinitionNames.INT_OR_STRING,
                    Nodes.map(
                            "format",
                            "int-or-string",
                            "oneOf",
                            List.of(Nodes.map("type", "integer"), Nodes.map("type", "string"))));
            case TIME -> reference(DefinitionNames.META + "Time", Nodes.map("type", "string", "format", "date-time"));
            case MICRO_TIME -> reference(
                    DefinitionNames.META + "MicroTime", Nodes.map("type", "string", "format", "date-time"));
            case ANY -> Nodes.map();
            case OBJECT -> reference(DefinitionNames.RAW, Nodes.map("type", "object"));
        };
    }
}
