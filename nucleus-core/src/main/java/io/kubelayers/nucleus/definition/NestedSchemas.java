package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaPropsBuilder;
import io.kubelayers.nucleus.customresource.SchemaPattern;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas inside {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not} restrict values and say nothing else. */
final class NestedSchemas {
    private static final List<JSONSchemaProps> INT_OR_STRING = List.of(
            JSONSchemaPropsBuilder.builder().type("integer").build(),
            JSONSchemaPropsBuilder.builder().type("string").build());

    private final FieldErrors found;

    private NestedSchemas(FieldErrors found) {
        this.found = found;
    }

    /** Checks what restricts the values of a schema that is not nested itself. */
    static void values(JSONSchemaProps schema, FieldPath path, FieldErrors found) {
        boolean inAllOf = !schema.allOf().isEmpty()
                && INT_OR_STRING.equals(schema.allOf().get(0).anyOf());
        new NestedSchemas(found).values(schema, path, INT_OR_STRING.equals(schema.anyOf()), inAllOf);
    }

    /**
     * @param mayTellTypes anyOf is an integer or a string, which is how such values are told
     * @param firstMayTellTypes the same within the first of allOf
     */
    private void values(JSONSchemaProps schema, FieldPath path, boolean mayTellTypes, boolean firstMayTellTypes) {
        if (!mayTellTypes) {
            each(schema.anyOf(), path.child("anyOf"), false);
        }
        each(schema.allOf(), path.child("allOf"), firstMayTellTypes);
        each(schema.oneOf(), path.child("oneOf"), false);
        nested(schema.not(), path.child("not"), false);
        if (schema.pattern() != null) {
            SchemaPattern.problem(schema.pattern())
                    .ifPresent(problem -> found.invalid(
                            path.child("pattern"),
                            schema.pattern(),
                            "must be a valid regular expression, but isn't: " + problem));
        }
    }

    private void each(List<JSONSchemaProps> schemas, FieldPath path, boolean firstMayTellTypes) {
        for (int i = 0; i < schemas.size(); i++) {
            nested(schemas.get(i), path.index(i), firstMayTellTypes && i == 0);
        }
    }

    private void nested(@Nullable JSONSchemaProps schema, FieldPath path, boolean mayTellTypes) {
        if (schema == null) {
            return;
        }
        values(schema, path, mayTellTypes, false);
        nested(schema.items() == null ? null : schema.items().schema(), path.child("items"), false);
        schema.properties()
                .forEach((name, property) ->
                        nested(property, path.child("properties").key(name), false));
        forbidden(schema, path);
        if (schema.properties().containsKey("metadata")) {
            found.forbidden(path.child("properties").key("metadata"), "must not be specified in a nested context");
        }
    }

    private void forbidden(JSONSchemaProps schema, FieldPath path) {
        refuse(schema.type() != null, path, "type", "empty");
        refuse(schema.additionalProperties() != null, path, "additionalProperties", "undefined");
        refuse(schema.defaultValue() != null, path, "default", "undefined");
        refuse(schema.title() != null, path, "title", "empty");
        refuse(schema.description() != null, path, "description", "empty");
        refuse(schema.nullable(), path, "nullable", "false");
        refuse(
                Boolean.TRUE.equals(schema.preserveUnknownFields()),
                path,
                "x-kubernetes-preserve-unknown-fields",
                "false");
        refuse(schema.embeddedResource(), path, "x-kubernetes-embedded-resource", "false");
        refuse(schema.intOrString(), path, "x-kubernetes-int-or-string", "false");
        refuse(!schema.listMapKeys().isEmpty(), path, "x-kubernetes-list-map-keys", "empty");
        refuse(schema.listType() != null, path, "x-kubernetes-list-type", "undefined");
        refuse(schema.mapType() != null, path, "x-kubernetes-map-type", "undefined");
        refuse(!schema.validations().isEmpty(), path, "x-kubernetes-validations", "empty");
    }

    private void refuse(boolean used, FieldPath path, String keyword, String state) {
        if (used) {
            found.forbidden(path.child(keyword), "must be " + state + " to be structural");
        }
    }
}
