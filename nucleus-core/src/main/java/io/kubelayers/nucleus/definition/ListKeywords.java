package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;

/** {@code x-kubernetes-list-type} and {@code x-kubernetes-list-map-keys}. */
final class ListKeywords {
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String KEYS = "x-kubernetes-list-map-keys";

    private ListKeywords() {}

    static void check(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        var type = schema.listType();
        if (type != null && !"array".equals(schema.type())) {
            requireType(schema, "array", LIST_TYPE, path, errors);
        } else if ("set".equals(type)) {
            atomicItems(schema, path, errors);
        }
        errors.oneOf(path.child(LIST_TYPE), type, List.of("atomic", "set", "map"));
        if (!schema.listMapKeys().isEmpty()) {
            var rule = "must be map if " + KEYS + " is non-empty";
            if (type == null) {
                errors.required(path.child(LIST_TYPE), rule);
            } else if (!type.equals("map")) {
                errors.invalid(path.child(LIST_TYPE), type, rule);
            }
        }
        if ("map".equals(type)) {
            keyed(schema, path, errors);
        }
        complete(schema, path, errors);
    }

    static void requireType(JSONSchemaProps schema, String type, String keyword, FieldPath path, FieldErrors errors) {
        var rule = "must be " + type + " if " + keyword + " is specified";
        if (schema.type() == null) {
            errors.required(path.child("type"), rule);
        } else if (!schema.type().equals(type)) {
            errors.invalid(path.child("type"), schema.type(), rule);
        }
    }

    /** Items of sets are compared as a whole. */
    private static void atomicItems(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        var items = schema.items() == null ? null : schema.items().schema();
        if (items == null || items.type() == null) {
            return;
        }
        var rule = "must be atomic as item of a list with " + LIST_TYPE + "=set";
        if (items.type().equals("array")
                && items.listType() != null
                && !items.listType().equals("atomic")) {
            errors.invalid(path.child("items", LIST_TYPE), items.listType(), rule);
        } else if (items.type().equals("object") && !"atomic".equals(items.mapType())) {
            // upstream shows the type of the list here, even for a map
            errors.invalid(path.child("items", MAP_TYPE), items.listType() == null ? "null" : items.listType(), rule);
        }
    }

    private static void keyed(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.listMapKeys().isEmpty()) {
            errors.required(path.child(KEYS), "must not be empty if " + LIST_TYPE + " is map");
        }
        if (schema.items() == null) {
            errors.required(path.child("items"), "must have a schema if " + LIST_TYPE + " is map");
            return;
        }
        var items = schema.items().schema();
        if (items == null) {
            errors.invalid(
                    path.child("items"), schema.items(), "must only have a single schema if " + LIST_TYPE + " is map");
            return;
        }
        if (!"object".equals(items.type())) {
            errors.invalid(
                    path.child("items", "type"),
                    items.type() == null ? "" : items.type(),
                    "must be object if parent array's " + LIST_TYPE + " is map");
            return;
        }
        var seen = new HashSet<String>();
        for (var key : schema.listMapKeys()) {
            var property = items.properties().get(key);
            if (property == null) {
                errors.invalid(path.child(KEYS), schema.listMapKeys(), "entries must all be names of item properties");
            } else if ("array".equals(property.type()) || "object".equals(property.type())) {
                errors.invalid(
                        path.child("items", "properties").key(key).child("type"),
                        items.type(),
                        "must be a scalar type if parent array's " + LIST_TYPE + " is map");
            }
            if (!seen.add(key)) {
                errors.invalid(path.child(KEYS), schema.listMapKeys(), "must not contain duplicate entries");
            }
        }
    }

    /** What identifies an item is always there. */
    private static void complete(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        var items = schema.items() == null ? null : schema.items().schema();
        var type = schema.listType();
        if (items == null || !"set".equals(type) && !"map".equals(type)) {
            return;
        }
        if (items.nullable()) {
            errors.forbidden(path.child("items", "nullable"), "cannot be nullable when " + LIST_TYPE + " is " + type);
        }
        for (var key : "map".equals(type) ? schema.listMapKeys() : List.<String>of()) {
            var property = items.properties().get(key);
            if (property == null) {
                continue;
            }
            var place = path.child("items", "properties").key(key);
            if (property.defaultValue() == null && !items.required().contains(key)) {
                errors.required(
                        place.child("default"),
                        "this property is in " + KEYS + ", so it must have a default or be a required property");
            }
            if (property.nullable()) {
                errors.forbidden(place.child("nullable"), "this property is in " + KEYS + ", so it cannot be nullable");
            }
        }
    }
}
