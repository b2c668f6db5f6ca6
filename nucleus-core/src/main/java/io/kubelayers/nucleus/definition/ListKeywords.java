package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** {@code x-kubernetes-list-type} and {@code x-kubernetes-list-map-keys}. */
final class ListKeywords {
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String KEYS = "x-kubernetes-list-map-keys";

    private ListKeywords() {}

    static void check(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.listType() != null) {
            if (!"array".equals(schema.type())) {
                errors.invalid(
                        path.child("type"),
                        schema.type() == null ? "" : schema.type(),
                        "must be array if " + LIST_TYPE + " is specified");
            }
            errors.oneOf(path.child(LIST_TYPE), schema.listType(), List.of("atomic", "set", "map"));
        }
        if (!schema.listMapKeys().isEmpty() && !"map".equals(schema.listType())) {
            if (schema.listType() == null) {
                errors.required(path.child(LIST_TYPE), "must be map if " + KEYS + " is non-empty");
            } else {
                errors.invalid(path.child(LIST_TYPE), schema.listType(), "must be map if " + KEYS + " is non-empty");
            }
        }
        if ("map".equals(schema.listType())) {
            keyed(schema, path, errors);
        }
        below(schema, path, errors);
    }

    private static void keyed(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.listMapKeys().isEmpty()) {
            errors.required(path.child(KEYS), "must not be empty if " + LIST_TYPE + " is map");
        }
        var items = schema.items() == null ? null : schema.items().schema();
        if (items == null) {
            errors.required(path.child("items"), "must have a schema if " + LIST_TYPE + " is map");
            return;
        }
        if (!"object".equals(items.type())) {
            errors.invalid(
                    path.child("items", "type"),
                    items.type() == null ? "" : items.type(),
                    "must be object if parent array's " + LIST_TYPE + " is map");
            return;
        }
        for (int i = 0; i < schema.listMapKeys().size(); i++) {
            var key = schema.listMapKeys().get(i);
            var property = items.properties().get(key);
            if (property == null) {
                errors.invalid(path.child(KEYS).index(i), key, "entries must all be names of item properties");
            } else if ("array".equals(property.type()) || "object".equals(property.type())) {
                errors.invalid(
                        path.child("items", "properties").key(key).child("type"),
                        property.type(),
                        "must be a scalar type if parent array's " + LIST_TYPE + " is map");
            } else if (property.defaultValue() == null && !items.required().contains(key)) {
                errors.required(
                        path.child("items", "properties").key(key).child("default"),
                        "this property is in " + KEYS + ", so it must have a default or be a required property");
            }
        }
    }

    private static void below(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.items() != null && schema.items().schema() != null) {
            check(schema.items().schema(), path.child("items"), errors);
        }
        if (schema.additionalProperties() != null
                && schema.additionalProperties().schema() != null) {
            check(schema.additionalProperties().schema(), path.child("additionalProperties"), errors);
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, path.child("properties").key(name), errors));
    }
}
