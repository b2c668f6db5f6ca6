package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of OpenAPI 3 in the words of version 2, which knows neither alternatives nor null, and nothing beside a
 * reference but a description. Defaults stay away, as upstream prunes them (kube-openapi {@code pkg/schemaconv},
 * apiextensions {@code openapi/v2/conversion.go}).
 */
final class SwaggerSchemas {
    private static final String KEEPS_UNKNOWN = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final Set<String> UNKNOWN =
            Set.of("default", "nullable", "oneOf", "anyOf", "not", "allOf", "example");

    private SwaggerSchemas() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> given) {
        var reference = reference(given);
        if (reference != null) {
            var described = Nodes.map();
            if (given.containsKey("description")) {
                described.put("description", given.get("description"));
            }
            described.put("$ref", reference);
            extensions(given, described);
            return described;
        }
        var schema = Nodes.map();
        given.forEach((name, value) -> {
            if (!UNKNOWN.contains(name)) {
                schema.put(name, part(name, value));
            }
        });
        forget(given, schema);
        return schema;
    }

    /** Takes away what an older reader would take for more than it says. */
    private static void forget(Map<String, @Nullable Object> given, Map<String, @Nullable Object> schema) {
        var alternatives = Tree.list(given.get("oneOf"));
        if (!alternatives.isEmpty() && !schema.containsKey("type") && !Boolean.TRUE.equals(given.get(INT_OR_STRING))) {
            schema.put("type", "string");
        }
        boolean mayBeNull = nullable(given);
        if (mayBeNull) {
            schema.remove("type");
        }
        if (mayBeNull || Boolean.TRUE.equals(given.get(KEEPS_UNKNOWN))) {
            schema.remove("items");
            schema.remove("properties");
        }
        if ("array".equals(schema.get("type")) && !schema.containsKey("items")) {
            schema.remove("type");
        }
        forgetRequired(given, schema);
    }

    /** What may be null needs not be there, since version 2 has no word for null. */
    private static void forgetRequired(Map<String, @Nullable Object> given, Map<String, @Nullable Object> schema) {
        if (!schema.containsKey("required")) {
            return;
        }
        var properties = Tree.map(given.get("properties"));
        var required = new ArrayList<@Nullable Object>();
        for (var name : Tree.list(schema.get("required"))) {
            if (!nullable(Tree.map(properties.get(String.valueOf(name))))) {
                required.add(name);
            }
        }
        if (required.isEmpty() || nullable(Tree.map(given.get("additionalProperties")))) {
            schema.remove("required");
        } else {
            schema.put("required", required);
        }
    }

    private static boolean nullable(Map<String, @Nullable Object> schema) {
        return Boolean.TRUE.equals(schema.get("nullable"));
    }

    /** What a schema refers to, itself or by the only part that it is made of. */
    private static @Nullable Object reference(Map<String, @Nullable Object> given) {
        var parts = Tree.list(given.get("allOf"));
        return parts.size() == 1 ? Tree.get(parts.get(0), "$ref") : given.get("$ref");
    }

    private static void extensions(Map<String, @Nullable Object> given, Map<String, @Nullable Object> schema) {
        given.forEach((name, value) -> {
            if (name.startsWith("x-")) {
                schema.put(name, value);
            }
        });
    }

    private static @Nullable Object part(String name, @Nullable Object value) {
        return switch (name) {
            case "items" -> of(Tree.map(value));
            case "additionalProperties" -> value instanceof Map<?, ?> ? of(Tree.map(value)) : value;
            case "properties" -> {
                var properties = Nodes.map();
                Tree.map(value).forEach((property, schema) -> properties.put(property, of(Tree.map(schema))));
                yield properties;
            }
            default -> value;
        };
    }
}
