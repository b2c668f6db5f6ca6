package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keywords that definitions may not use, and what the Kubernetes ones may say, all the way down. */
final class SchemaKeywords {
    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final Set<String> OBJECT_FIELDS = Set.of("metadata", "kind", "apiVersion");

    private final FieldErrors errors;

    private SchemaKeywords(FieldErrors errors) {
        this.errors = errors;
    }

    /**
     * Where a schema stands.
     *
     * @param noDefaults why it may have no defaults; null if it may
     * @param inMetadata within what every object has
     */
    private record Context(boolean root, @Nullable String noDefaults, boolean inMetadata) {
        static final Context ROOT = new Context(true, null, false);

        Context below() {
            return new Context(false, noDefaults, inMetadata);
        }

        Context withoutDefaults(String why) {
            return new Context(false, why, inMetadata);
        }

        Context ofProperty(JSONSchemaProps schema, String name) {
            if (!OBJECT_FIELDS.contains(name) || !root && !schema.embeddedResource()) {
                return below();
            }
            return new Context(false, root ? "in top-level " + name : noDefaults, true);
        }
    }

    static void root(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        new SchemaKeywords(errors).check(schema, path, Context.ROOT);
    }

    private void check(@Nullable JSONSchemaProps schema, FieldPath path, Context context) {
        if (schema == null) {
            return;
        }
        supported(schema, path, context);
        if (schema.uniqueItems()) {
            errors.forbidden(
                    path.child("uniqueItems"),
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
        }
        below(schema, path, context);
        if (Boolean.FALSE.equals(schema.preserveUnknownFields())) {
            errors.invalid(path.child("x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined");
        }
        if (schema.mapType() != null) {
            ListKeywords.requireType(schema, "object", "x-kubernetes-map-type", path, errors);
            errors.oneOf(path.child("x-kubernetes-map-type"), schema.mapType(), List.of("atomic", "granular"));
        }
        ListKeywords.check(schema, path, errors);
        RuleKeywords.check(schema, path, errors);
    }

    private void supported(JSONSchemaProps schema, FieldPath path, Context context) {
        if (schema.type() != null && !TYPES.contains(schema.type())) {
            errors.notSupported(path.child("type"), schema.type(), TYPES);
        }
        if (schema.defaultValue() != null && context.noDefaults() != null) {
            errors.forbidden(path.child("default"), "must not be set " + context.noDefaults());
        }
        refuse(schema.id() != null, "id", path);
        refuse(schema.additionalItems() != null, "additionalItems", path);
        refuse(!schema.patternProperties().isEmpty(), "patternProperties", path);
        refuse(!schema.definitions().isEmpty(), "definitions", path);
        refuse(!schema.dependencies().isEmpty(), "dependencies", path);
        refuse(schema.ref() != null, "$ref", path);
        if ("null".equals(schema.type())) {
            errors.forbidden(path.child("type"), "type cannot be set to null, use nullable as an alternative");
        }
        if (schema.items() != null && !schema.items().schemas().isEmpty()) {
            errors.forbidden(path.child("items"), "items must be a schema object and not an array");
        }
        if (context.inMetadata() && schema.embeddedResource()) {
            errors.forbidden(path.child("x-kubernetes-embedded-resource"), "must not be used inside of resource meta");
        }
    }

    /** Keywords that make a schema no structural one at all. */
    static boolean areSupported(JSONSchemaProps schema) {
        return schema.id() == null
                && schema.additionalItems() == null
                && schema.patternProperties().isEmpty()
                && schema.definitions().isEmpty()
                && schema.dependencies().isEmpty()
                && schema.ref() == null
                && schema.schema() == null
                && !Boolean.FALSE.equals(schema.preserveUnknownFields())
                && (schema.items() == null || schema.items().schemas().isEmpty());
    }

    private void refuse(boolean used, String keyword, FieldPath path) {
        if (used) {
            errors.forbidden(path.child(keyword), keyword + " is not supported");
        }
    }

    private void below(JSONSchemaProps schema, FieldPath path, Context context) {
        var additional = schema.additionalProperties();
        if (additional != null) {
            if (!schema.properties().isEmpty()
                    && (Boolean.FALSE.equals(additional.allows()) || additional.schema() != null)) {
                errors.forbidden(
                        path.child("additionalProperties"), "additionalProperties and properties are mutual exclusive");
            }
            check(
                    additional.schema(),
                    path.child("additionalProperties"),
                    context.inMetadata()
                            ? context.withoutDefaults("inside additionalProperties applying to object metadata")
                            : context.below());
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, path.child("properties").key(name), context.ofProperty(schema, name)));
        check(schema.not(), path.child("not"), context.below());
        each(schema.allOf(), path.child("allOf"), context);
        each(schema.oneOf(), path.child("oneOf"), context);
        each(schema.anyOf(), path.child("anyOf"), context);
        each(schema.definitions(), path.child("definitions"), context);
        if (schema.items() != null) {
            check(schema.items().schema(), path.child("items"), context.below());
            each(schema.items().schemas(), path.child("items"), context);
        }
        schema.dependencies()
                .forEach((name, dependency) ->
                        check(dependency.schema(), path.child("dependencies").key(name), context.below()));
    }

    private void each(Map<String, JSONSchemaProps> schemas, FieldPath path, Context context) {
        schemas.forEach((name, schema) -> check(schema, path.key(name), context.below()));
    }

    private void each(List<JSONSchemaProps> schemas, FieldPath path, Context context) {
        for (int i = 0; i < schemas.size(); i++) {
            check(schemas.get(i), path.index(i), context.below());
        }
    }
}
