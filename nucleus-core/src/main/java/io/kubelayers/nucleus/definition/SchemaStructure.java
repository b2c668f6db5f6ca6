package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of definitions must be structural: every field has a type, and what only restricts values brings no fields of
 * its own (apiextensions {@code schema/validation.go}).
 */
final class SchemaStructure {
    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final Set<String> NAME_FIELDS = Set.of("name", "generateName");

    private enum Level {
        ROOT,
        FIELD,
        ITEM
    }

    private final FieldErrors found = new FieldErrors();

    private SchemaStructure() {}

    static void root(@Nullable JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema == null) {
            return;
        }
        if (schema.nullable()) {
            errors.forbidden(path.child("nullable"), "nullable cannot be true at the root");
        }
        int before = errors.size();
        SchemaKeywords.check(schema, path, errors);
        if (errors.size() == before) {
            var structure = new SchemaStructure();
            structure.check(schema, Level.ROOT, path);
            errors.addAll(structure.found.list().stream()
                    .sorted(Comparator.comparing(FieldError::toString))
                    .toList());
        }
        ListKeywords.check(schema, path, errors);
    }

    private void check(JSONSchemaProps schema, Level level, FieldPath path) {
        if (schema.additionalProperties() != null) {
            if (level == Level.ROOT) {
                found.forbidden(path.child("additionalProperties"), "must not be used at the root");
            }
            if (schema.additionalProperties().schema() != null) {
                check(schema.additionalProperties().schema(), Level.FIELD, path.child("additionalProperties"));
            }
        }
        var items = schema.items() == null ? null : schema.items().schema();
        if (items != null) {
            check(items, Level.ITEM, path.child("items"));
        } else if ("array".equals(schema.type())) {
            found.required(path.child("items"), "must be specified");
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, Level.FIELD, path.child("properties").key(name)));
        type(schema, level, path);
        if (level == Level.ROOT || schema.embeddedResource()) {
            objectFields(schema, level, path);
        }
        values(schema, path, schema.intOrString());
    }

    private void type(JSONSchemaProps schema, Level level, FieldPath path) {
        var type = schema.type();
        var place = path.child("type");
        if (type != null && !TYPES.contains(type)) {
            found.notSupported(place, type, TYPES);
        }
        if (schema.embeddedResource() && !"object".equals(type)) {
            wrongType(place, type, "must be object if x-kubernetes-embedded-resource is true");
        } else if (level == Level.ROOT && !"object".equals(type)) {
            wrongType(place, type, "must be object at the root");
        } else if (type == null && !schema.intOrString() && !Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            found.required(
                    place,
                    level == Level.ITEM
                            ? "must not be empty for specified array items"
                            : "must not be empty for specified object fields");
        }
        if (schema.intOrString() && type != null) {
            found.invalid(place, type, "must be empty if x-kubernetes-int-or-string is true");
        }
        if (schema.intOrString() && Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            found.invalid(
                    path.child("x-kubernetes-preserve-unknown-fields"),
                    true,
                    "must be false if x-kubernetes-int-or-string is true");
        }
        if (schema.embeddedResource()
                && !Boolean.TRUE.equals(schema.preserveUnknownFields())
                && schema.properties().isEmpty()) {
            found.required(
                    path.child("properties"),
                    "must not be empty if x-kubernetes-embedded-resource is true without"
                            + " x-kubernetes-preserve-unknown-fields");
        }
    }

    private void wrongType(FieldPath place, @Nullable String type, String detail) {
        if (type == null) {
            found.required(place, detail);
        } else {
            found.invalid(place, type, detail);
        }
    }

    private void objectFields(JSONSchemaProps schema, Level level, FieldPath path) {
        for (var name : List.of("kind", "apiVersion")) {
            var property = schema.properties().get(name);
            if (property != null && !"string".equals(property.type())) {
                found.invalid(
                        path.child("properties").key(name).child("type"),
                        property.type() == null ? "" : property.type(),
                        "must be string");
            }
        }
        var metadata = schema.properties().get("metadata");
        if (metadata == null) {
            return;
        }
        var place = path.child("properties").key("metadata");
        if (!"object".equals(metadata.type())) {
            found.invalid(place.child("type"), metadata.type() == null ? "" : metadata.type(), "must be object");
        }
        if (level == Level.ROOT
                && !NAME_FIELDS.containsAll(metadata.properties().keySet())) {
            found.forbidden(
                    place,
                    "must not specify anything other than name and generateName, but metadata is implicitly specified");
        }
    }

    private void values(JSONSchemaProps schema, FieldPath path, boolean mayHaveTypes) {
        nested(schema.allOf(), path.child("allOf"), mayHaveTypes);
        nested(schema.anyOf(), path.child("anyOf"), mayHaveTypes);
        nested(schema.oneOf(), path.child("oneOf"), false);
        if (schema.not() != null) {
            value(schema.not(), path.child("not"), false);
        }
    }

    private void nested(List<JSONSchemaProps> schemas, FieldPath path, boolean mayHaveTypes) {
        for (int i = 0; i < schemas.size(); i++) {
            value(schemas.get(i), path.index(i), mayHaveTypes);
        }
    }

    /** A schema that only restricts values. */
    private void value(JSONSchemaProps schema, FieldPath path, boolean mayHaveTypes) {
        if (schema.type() != null && !mayHaveTypes) {
            found.forbidden(path.child("type"), "must be empty to be structural");
        }
        if (schema.additionalProperties() != null
                && schema.additionalProperties().schema() == null) {
            found.forbidden(path.child("additionalProperties"), "must be undefined to be structural");
        }
        if (schema.defaultValue() != null) {
            found.forbidden(path.child("default"), "must be undefined to be structural");
        }
        if (schema.description() != null) {
            found.forbidden(path.child("description"), "must be empty to be structural");
        }
        if (schema.title() != null) {
            found.forbidden(path.child("title"), "must be empty to be structural");
        }
        if (schema.nullable()) {
            found.forbidden(path.child("nullable"), "must be false to be structural");
        }
        if (Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            found.forbidden(path.child("x-kubernetes-preserve-unknown-fields"), "must be false to be structural");
        }
        if (schema.embeddedResource()) {
            found.forbidden(path.child("x-kubernetes-embedded-resource"), "must be false to be structural");
        }
        if (schema.intOrString()) {
            found.forbidden(path.child("x-kubernetes-int-or-string"), "must be false to be structural");
        }
        schema.properties()
                .forEach((name, property) ->
                        value(property, path.child("properties").key(name), false));
        if (schema.items() != null && schema.items().schema() != null) {
            value(schema.items().schema(), path.child("items"), false);
        }
        values(schema, path, mayHaveTypes);
    }
}
