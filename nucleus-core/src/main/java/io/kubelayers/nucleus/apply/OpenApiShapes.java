package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import io.kubelayers.nucleus.apply.Shape.Scalar;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shapes of custom objects, from structural schemas: {@code x-kubernetes-list-type}, {@code -list-map-keys}, {@code
 * -map-type}, {@code -preserve-unknown-fields} and {@code -int-or-string} (kube-openapi {@code schemaconv}).
 */
final class OpenApiShapes {
    private OpenApiShapes() {}

    /** A whole object: the schema and what every object has. */
    static Shape root(JSONSchemaProps schema) {
        return object(schema, true);
    }

    private static Shape of(JSONSchemaProps schema) {
        if (schema.intOrString()) {
            return Shape.of(Scalar.UNTYPED);
        }
        var type = schema.type() == null ? "" : schema.type();
        return switch (type) {
            case "object" -> object(schema, schema.embeddedResource());
            case "array" -> Shape.of(list(schema));
            case "integer", "number" -> Shape.of(Scalar.NUMERIC);
            case "boolean" -> Shape.of(Scalar.BOOLEAN);
            case "string" -> Shape.of(
                    schema.format() == null || schema.format().equals("byte") ? Scalar.STRING : Scalar.UNTYPED);
            default -> Shape.deduced();
        };
    }

    private static Shape object(JSONSchemaProps schema, boolean whole) {
        Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
        schema.properties().forEach((name, property) -> fields.put(name, () -> of(property)));
        if (whole) {
            fields.put("apiVersion", () -> Shape.of(Scalar.STRING));
            fields.put("kind", () -> Shape.of(Scalar.STRING));
            fields.put("metadata", () -> Shape.of(ObjectMeta.class));
        }
        return Shape.of(new MapShape("atomic".equals(schema.mapType()), fields, others(schema)));
    }

    private static @Nullable Supplier<Shape> others(JSONSchemaProps schema) {
        if (Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            return Shape::deduced;
        }
        var additional = schema.additionalProperties();
        if (additional == null) {
            return null;
        }
        var values = additional.schema();
        if (values != null) {
            return () -> of(values);
        }
        return Boolean.TRUE.equals(additional.allows()) ? Shape::deduced : null;
    }

    private static ListShape list(JSONSchemaProps schema) {
        var items = schema.items() == null ? null : schema.items().schema();
        Supplier<Shape> item = items == null ? Shape::deduced : () -> of(items);
        var type = schema.listType() == null ? "atomic" : schema.listType();
        return switch (type) {
            case "set" -> new ListShape(Relation.SET, List.of(), Map.of(), item);
            case "map" -> new ListShape(Relation.KEYED, schema.listMapKeys(), defaults(schema, items), item);
            default -> new ListShape(Relation.ATOMIC, List.of(), Map.of(), item);
        };
    }

    private static Map<String, Object> defaults(JSONSchemaProps list, @Nullable JSONSchemaProps items) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (var key : list.listMapKeys()) {
            var property = items == null ? null : items.properties().get(key);
            if (property != null && property.defaultValue() != null) {
                defaults.put(key, property.defaultValue());
            }
        }
        return defaults;
    }
}
