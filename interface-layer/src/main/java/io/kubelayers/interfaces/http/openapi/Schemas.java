package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Descriptions;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.ListType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The schemas that a document needs: those asked for and all that they refer to. */
final class Schemas {
    private final TypeRegistry types;
    private final String prefix;
    private final Descriptions descriptions;
    private final TreeMap<String, @Nullable Object> schemas = new TreeMap<>();

    /**
     * No schemas yet.
     *
     * @param prefix where schemas stand in the document, such as {@code #/components/schemas/}
     */
    Schemas(TypeRegistry types, String prefix, Descriptions descriptions) {
        this.types = types;
        this.prefix = prefix;
        this.descriptions = descriptions;
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

    /** A reference to the schema of a kind, if it has a record. */
    Optional<Map<String, @Nullable Object>> reference(GroupVersionKind kind) {
        return types.recordOf(kind).map(this::reference);
    }

    /** The record of a kind, if it has one. */
    Optional<Class<?>> record(GroupVersionKind kind) {
        return types.recordOf(kind);
    }

    Descriptions descriptions() {
        return descriptions;
    }

    /** A reference to patches of any form. */
    Map<String, @Nullable Object> patch() {
        return described(DefinitionNames.META + "Patch", Texts.PATCH, "object");
    }

    /** The schema of lists of a kind. */
    Map<String, @Nullable Object> list(ResourceType type, Map<String, @Nullable Object> item) {
        var name = DefinitionNames.list(type);
        if (!schemas.containsKey(name)) {
            var items = Nodes.map("default", Map.of(), "allOf", List.of(item));
            var metadata = Nodes.map("description", Texts.LIST_METADATA);
            metadata.put("default", Map.of());
            metadata.put("allOf", List.of(reference(ListMeta.class)));
            var properties = Nodes.map(
                    "apiVersion", text(Texts.API_VERSION),
                    "items", Nodes.map("description", Texts.items(type.plural()), "type", "array", "items", items),
                    "kind", text(Texts.KIND),
                    "metadata", metadata);
            var schema = Nodes.map("description", "A list of objects of kind " + type.kind() + ".");
            schema.put("type", "object");
            schema.put("required", List.of("items"));
            schema.put("properties", properties);
            schema.put(
                    "x-kubernetes-group-version-kind",
                    List.of(Nodes.map("group", type.group(), "kind", type.listKind(), "version", type.version())));
            schemas.put(name, schema);
        }
        return reference(name);
    }

    /** A reference to options that every group version takes, under its own name. */
    Map<String, @Nullable Object> options(Class<?> record) {
        var reference = reference(record);
        addVersions(DefinitionNames.of(record), record.getSimpleName());
        return reference;
    }

    /** A reference to events of watches. */
    Map<String, @Nullable Object> watchEvent() {
        var name = DefinitionNames.META + "WatchEvent";
        if (!schemas.containsKey(name)) {
            var raw = scalar(FieldType.Scalar.OBJECT);
            var object = Nodes.map("description", Texts.EVENT_OBJECT);
            object.put("default", Map.of());
            object.put("allOf", List.of(raw));
            var type = Nodes.map("type", "string", "default", "");
            var event = text(Texts.EVENT);
            event.put("type", "object");
            event.put("required", List.of("type", "object"));
            event.put("properties", Nodes.map("object", object, "type", type));
            schemas.put(name, event);
            addVersions(name, "WatchEvent");
        }
        return reference(name);
    }

    private void addVersions(String name, String kind) {
        var versions = new ArrayList<@Nullable Object>();
        var groups = new TreeSet<>(types.groups());
        groups.add("");
        for (var group : groups) {
            for (var version : new TreeSet<>(types.versions(group))) {
                versions.add(Nodes.map("group", group, "kind", kind, "version", version));
            }
        }
        Tree.map(schemas.get(name)).put("x-kubernetes-group-version-kind", versions);
    }

    private Map<String, @Nullable Object> schema(RecordSchema record) {
        var type = record.type();
        var resource = types.byClass(type);
        var properties = new TreeMap<String, @Nullable Object>();
        var required = new ArrayList<String>();
        if (resource.isPresent() || type.isAnnotationPresent(ApiType.class)) {
            properties.put("apiVersion", text(Texts.API_VERSION));
            properties.put("kind", text(Texts.KIND));
        }
        for (var field : record.fields()) {
            properties.put(field.name(), property(record, field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        var schema = described(descriptions.of(record));
        schema.put("type", "object");
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
        var apiType = type.getAnnotation(ApiType.class);
        if (apiType != null && resource.isEmpty()) {
            schema.put(
                    "x-kubernetes-group-version-kind",
                    List.of(Nodes.map(
                            "group", apiType.group(), "kind", type.getSimpleName(), "version", apiType.version())));
        }
        return schema;
    }

    private Map<String, @Nullable Object> property(RecordSchema record, FieldSchema field) {
        var property = record.type() == ManagedFieldsEntry.class && field.name().equals("fieldsV1")
                ? described(DefinitionNames.META + "FieldsV1", Texts.FIELDS, "object")
                : type(field.type());
        var said = described(descriptions.of(record, field));
        if (property.containsKey("$ref")) {
            var plain = said;
            if (!field.nullable() && field.type() instanceof FieldType.Struct
                    || record.type() == ObjectMeta.class && field.name().equals("creationTimestamp")) {
                plain.put("default", Map.of());
            }
            plain.put("allOf", List.of(property));
            property = plain;
        } else {
            said.putAll(property);
            property = said;
        }
        if (field.written() && !field.nullable() && field.type() instanceof FieldType.Scalar scalar) {
            putZero(property, scalar);
        }
        var values = field.enumValues();
        if (field.enumClosed() && !values.isEmpty() && "string".equals(property.get("type"))) {
            property.put("enum", values.stream().sorted().toList());
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
            return reference(
                    DefinitionNames.of(union.type()), described(descriptions.of(RecordSchema.of(union.type()))));
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
        if (type instanceof FieldType.Scalar scalar) {
            putZero(item, scalar);
        }
        return type instanceof FieldType.Struct ? Nodes.map("default", Map.of(), "allOf", List.of(item)) : item;
    }

    /** What is there where nothing was given, for values that Go can't leave out. */
    private static void putZero(Map<String, @Nullable Object> property, FieldType.Scalar type) {
        switch (type) {
            case STRING -> property.put("default", "");
            case BOOL -> property.put("default", false);
            case INT, LONG, DOUBLE -> property.put("default", 0L);
            default -> {
                // others can be left out, or have no JSON that would mean nothing
            }
        }
    }

    private Map<String, @Nullable Object> scalar(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> Nodes.map("type", "string");
            case DURATION -> described(DefinitionNames.META + "Duration", Texts.DURATION, "string");
            case BOOL -> Nodes.map("type", "boolean");
            case INT -> Nodes.map("type", "integer", "format", "int32");
            case LONG -> Nodes.map("type", "integer", "format", "int64");
            case DOUBLE -> Nodes.map("type", "number", "format", "double");
            case BYTES -> Nodes.map("type", "string", "format", "byte");
            case QUANTITY -> either(DefinitionNames.QUANTITY, Texts.QUANTITY, "", "string", "number");
            case INT_OR_STRING -> either(
                    DefinitionNames.INT_OR_STRING, Texts.INT_OR_STRING, "int-or-string", "integer", "string");
            case TIME -> time("Time", Texts.TIME);
            case MICRO_TIME -> time("MicroTime", Texts.MICRO_TIME);
            case ANY -> Nodes.map();
            case OBJECT -> described(DefinitionNames.RAW, Texts.ANY_OBJECT, "object");
        };
    }

    private Map<String, @Nullable Object> described(String name, String description, String type) {
        return reference(name, Nodes.map("description", description, "type", type));
    }

    private Map<String, @Nullable Object> time(String name, String description) {
        return reference(
                DefinitionNames.META + name,
                Nodes.map("description", description, "type", "string", "format", "date-time"));
    }

    private Map<String, @Nullable Object> either(
            String name, String description, String format, String one, String other) {
        var schema = Nodes.map("description", description);
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
        schema.put("oneOf", List.of(Nodes.map("type", one), Nodes.map("type", other)));
        return reference(name, schema);
    }

    private static Map<String, @Nullable Object> text(String description) {
        return Nodes.map("description", description, "type", "string");
    }

    private static Map<String, @Nullable Object> described(String description) {
        return description.isEmpty() ? Nodes.map() : Nodes.map("description", description);
    }
}
