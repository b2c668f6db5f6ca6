package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.cel.ReservedNames;
import io.kubelayers.nucleus.cel.Type;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemas as types of expressions (apiserver, {@code pkg/cel/common/schemas.go}). */
final class RuleTypes {
    private static final Type METADATA =
            Type.object("object", Map.of("name", Type.STRING, "generateName", Type.STRING));

    private RuleTypes() {}

    /**
     * The type of what fits a schema; null if expressions can't name it, because not all is known about it.
     *
     * @param resource whether it is an object with a kind and metadata, of which only the names can be named
     */
    static @Nullable Type of(JSONSchemaProps schema, boolean resource) {
        if (schema.intOrString()) {
            return Type.DYN;
        }
        return switch (String.valueOf(schema.type())) {
            case "array" -> list(schema);
            case "object" -> schema.additionalProperties() != null
                            && schema.additionalProperties().schema() != null
                    ? map(schema.additionalProperties().schema())
                    : object(schema, resource);
            case "string" -> text(schema);
            case "boolean" -> Type.BOOL;
            case "number" -> Type.DOUBLE;
            case "integer" -> Type.INT;
            default -> null;
        };
    }

    private static @Nullable Type list(JSONSchemaProps schema) {
        var items = schema.items() == null ? null : schema.items().schema();
        var type = items == null ? null : of(items, items.embeddedResource());
        return type == null ? null : Type.list(type);
    }

    private static @Nullable Type map(JSONSchemaProps values) {
        var type = of(values, values.embeddedResource());
        return type == null ? null : Type.map(Type.STRING, type);
    }

    private static Type object(JSONSchemaProps schema, boolean resource) {
        var fields = new TreeMap<String, Type>();
        schema.properties().forEach((name, property) -> {
            var type = of(property, property.embeddedResource());
            var escaped = escaped(name);
            if (type != null && escaped != null) {
                fields.put(escaped, type);
            }
        });
        if (resource) {
            fields.put("kind", Type.STRING);
            fields.put("apiVersion", Type.STRING);
            fields.put("metadata", METADATA);
        }
        return Type.object("object", fields);
    }

    private static Type text(JSONSchemaProps schema) {
        return switch (String.valueOf(schema.format())) {
            case "byte" -> Type.BYTES;
            case "duration" -> Type.DURATION;
            case "date", "date-time" -> Type.TIMESTAMP;
            default -> Type.STRING;
        };
    }

    /** The name that expressions use for a property; null if they can't name it. */
    static @Nullable String escaped(String name) {
        if (ReservedNames.contains(name)) {
            return "__" + name + "__";
        }
        var escaped = name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
        return escaped.matches("[A-Za-z_][A-Za-z0-9_]*") ? escaped : null;
    }
}
