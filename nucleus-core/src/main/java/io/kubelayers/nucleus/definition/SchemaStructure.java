package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaPropsBuilder;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of definitions must be structural: every field has a type, and what only restricts values brings no fields of
 * its own (apiextensions {@code schema/validation.go}).
 */
final class SchemaStructure {
    private static final Set<String> NAME_FIELDS = Set.of("name", "generateName");
    private static final JSONSchemaProps EMPTY =
            JSONSchemaPropsBuilder.builder().build();

    private enum Level {
        ROOT("at the root"),
        FIELD("for specified object fields"),
        ITEM("for specified array items");

        private final String words;

        Level(String words) {
            this.words = words;
        }
    }

    private final FieldErrors found = new FieldErrors();

    private SchemaStructure() {}

    /** What is not structural, sorted by what it says, as upstream has it. */
    static List<FieldError> errors(JSONSchemaProps root, FieldPath path) {
        var structure = new SchemaStructure();
        structure.check(root, Level.ROOT, path);
        SchemaCompleteness.check(root, path, structure.found);
        return structure.found.list().stream()
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
    }

    private void check(JSONSchemaProps schema, Level level, FieldPath path) {
        below(schema, level, path);
        extensions(schema, path);
        NestedSchemas.values(schema, path, found);
        type(schema, level, path);
        if (level == Level.ROOT || schema.embeddedResource()) {
            text("kind", schema, path);
            text("apiVersion", schema, path);
        }
        var metadata = schema.properties().get("metadata");
        if (metadata != null) {
            metadata(
                    metadata,
                    level,
                    schema.embeddedResource(),
                    path.child("properties").key("metadata"));
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

    private void below(JSONSchemaProps schema, Level level, FieldPath path) {
        var items = schema.items() == null ? null : schema.items().schema();
        if (items != null) {
            check(items, Level.ITEM, path.child("items"));
        } else if ("array".equals(schema.type())) {
            found.required(path.child("items"), "must be specified");
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, Level.FIELD, path.child("properties").key(name)));
        var additional = schema.additionalProperties();
        if (additional != null) {
            if (level == Level.ROOT) {
                found.forbidden(path.child("additionalProperties"), "must not be used at the root");
            }
            if (additional.schema() != null) {
                check(additional.schema(), Level.FIELD, path.child("additionalProperties"));
            }
        }
    }

    private void extensions(JSONSchemaProps schema, FieldPath path) {
        if (!schema.intOrString()) {
            return;
        }
        var rule = "must be false if x-kubernetes-int-or-string is true";
        if (Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            found.invalid(path.child("x-kubernetes-preserve-unknown-fields"), true, rule);
        }
        if (schema.embeddedResource()) {
            found.invalid(path.child("x-kubernetes-embedded-resource"), true, rule);
        }
    }

    private void type(JSONSchemaProps schema, Level level, FieldPath path) {
        var type = schema.type();
        var place = path.child("type");
        if (schema.embeddedResource() && !"object".equals(type)) {
            wrongType(place, type, "must be object if x-kubernetes-embedded-resource is true");
        } else if (type == null && !schema.intOrString() && !Boolean.TRUE.equals(schema.preserveUnknownFields())) {
            found.required(place, "must not be empty " + level.words);
        }
        if (schema.embeddedResource() && schema.additionalProperties() != null) {
            found.forbidden(
                    path.child("additionalProperties"), "must not be used if x-kubernetes-embedded-resource is set");
        }
        if (level == Level.ROOT && type != null && !type.equals("object")) {
            found.invalid(place, type, "must be object at the root");
        }
    }

    private void wrongType(FieldPath place, @Nullable String type, String detail) {
        if (type == null) {
            found.required(place, detail);
        } else {
            found.invalid(place, type, detail);
        }
    }

    private void text(String name, JSONSchemaProps schema, FieldPath path) {
        var property = schema.properties().get(name);
        if (property != null && !"string".equals(property.type())) {
            found.invalid(
                    path.child("properties").key(name).child("type"),
                    property.type() == null ? "" : property.type(),
                    "must be string");
        }
    }

    private void metadata(JSONSchemaProps metadata, Level level, boolean embedded, FieldPath path) {
        if ((level == Level.ROOT || embedded) && !"object".equals(metadata.type())) {
            found.invalid(path.child("type"), metadata.type() == null ? "" : metadata.type(), "must be object");
        }
        if (level != Level.ROOT) {
            return;
        }
        var rest = metadata.withType(null)
                .withDefaultValue(null)
                .withExternalDocs(null)
                .withExample(null);
        if (NAME_FIELDS.containsAll(metadata.properties().keySet())) {
            rest = rest.withProperties(Map.of());
        }
        if (!rest.equals(EMPTY)) {
            found.forbidden(
                    path,
                    "must not specify anything other than name and generateName, but metadata is implicitly specified");
        }
    }
}
