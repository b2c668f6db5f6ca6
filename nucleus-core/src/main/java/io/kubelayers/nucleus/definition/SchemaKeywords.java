package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps.ValidationRule;
import io.kubelayers.nucleus.customresource.SchemaPattern;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;

/** Keywords that definitions may not use, and what the Kubernetes ones may say. */
final class SchemaKeywords {
    private static final List<String> REASONS =
            List.of("FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate");

    private SchemaKeywords() {}

    static void check(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.uniqueItems()) {
            errors.forbidden(
                    path.child("uniqueItems"),
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
        }
        var additional = schema.additionalProperties();
        if (additional != null && !schema.properties().isEmpty() && !Boolean.FALSE.equals(additional.allows())) {
            errors.forbidden(
                    path.child("additionalProperties"), "additionalProperties and properties are mutual exclusive");
        }
        if (additional != null && Boolean.FALSE.equals(additional.allows())) {
            errors.forbidden(path.child("additionalProperties"), "additionalProperties cannot be set to false");
        }
        unsupported(schema, path, errors);
        if (Boolean.FALSE.equals(schema.preserveUnknownFields())) {
            errors.invalid(path.child("x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined");
        }
        if (schema.mapType() != null) {
            if (!"object".equals(schema.type())) {
                errors.invalid(
                        path.child("type"),
                        schema.type() == null ? "" : schema.type(),
                        "must be object if x-kubernetes-map-type is specified");
            }
            errors.oneOf(path.child("x-kubernetes-map-type"), schema.mapType(), List.of("atomic", "granular"));
        }
        if (schema.pattern() != null) {
            SchemaPattern.problem(schema.pattern())
                    .ifPresent(problem -> errors.invalid(
                            path.child("pattern"),
                            schema.pattern(),
                            "must be a valid regular expression, but isn't: " + problem));
        }
        for (int i = 0; i < schema.validations().size(); i++) {
            rule(
                    schema.validations().get(i),
                    path.child("x-kubernetes-validations").index(i),
                    errors);
        }
        below(schema, path, errors);
    }

    private static void unsupported(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        refuse(schema.id() != null, "id", path, errors);
        refuse(schema.additionalItems() != null, "additionalItems", path, errors);
        refuse(!schema.patternProperties().isEmpty(), "patternProperties", path, errors);
        refuse(!schema.definitions().isEmpty(), "definitions", path, errors);
        refuse(!schema.dependencies().isEmpty(), "dependencies", path, errors);
        refuse(schema.ref() != null, "$ref", path, errors);
        if (schema.items() != null && !schema.items().schemas().isEmpty()) {
            errors.forbidden(path.child("items"), "items must be a schema object and not an array");
        }
    }

    private static void refuse(boolean used, String keyword, FieldPath path, FieldErrors errors) {
        if (used) {
            errors.forbidden(path.child(keyword), keyword + " is not supported");
        }
    }

    private static void rule(ValidationRule rule, FieldPath path, FieldErrors errors) {
        if (rule.rule().isBlank()) {
            errors.required(path.child("rule"), "rule is not specified");
        }
        var message = rule.message();
        if (message != null && !message.isEmpty() && message.isBlank()) {
            errors.invalid(path.child("message"), message, "message must be non-empty if specified");
        } else if (message != null && message.contains("\n")) {
            errors.invalid(path.child("message"), message, "message must not contain line breaks");
        } else if (rule.rule().contains("\n") && message == null) {
            errors.required(path.child("message"), "message must be specified if rule contains line breaks");
        }
        errors.oneOf(path.child("reason"), rule.reason(), REASONS);
    }

    private static void below(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        if (schema.items() != null && schema.items().schema() != null) {
            check(schema.items().schema(), path.child("items"), errors);
        }
        if (schema.additionalProperties() != null
                && schema.additionalProperties().schema() != null) {
            check(schema.additionalProperties().schema(), path.child("additionalProperties"), errors);
        }
        each(schema.properties(), path.child("properties"), errors);
        each(schema.allOf(), path.child("allOf"), errors);
        each(schema.oneOf(), path.child("oneOf"), errors);
        each(schema.anyOf(), path.child("anyOf"), errors);
        if (schema.not() != null) {
            check(schema.not(), path.child("not"), errors);
        }
    }

    private static void each(Map<String, JSONSchemaProps> schemas, FieldPath path, FieldErrors errors) {
        schemas.forEach((name, schema) -> check(schema, path.key(name), errors));
    }

    private static void each(List<JSONSchemaProps> schemas, FieldPath path, FieldErrors errors) {
        for (int i = 0; i < schemas.size(); i++) {
            check(schemas.get(i), path.index(i), errors);
        }
    }
}
