package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.customresource.DefaultValues;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole schema of a version (apiextensions {@code validateCustomResourceDefinitionValidation}). */
final class SchemaRoot {
    /** What may stand beside the properties where the status is a part of its own. */
    private static final List<String> BESIDE_STATUS = List.of(
            "Description",
            "Type",
            "Format",
            "Title",
            "Maximum",
            "ExclusiveMaximum",
            "Minimum",
            "ExclusiveMinimum",
            "MaxLength",
            "MinLength",
            "Pattern",
            "MaxItems",
            "MinItems",
            "UniqueItems",
            "MultipleOf",
            "Required",
            "Items",
            "Properties",
            "ExternalDocs",
            "Example",
            "XPreserveUnknownFields",
            "XValidations");

    private SchemaRoot() {}

    static void check(@Nullable JSONSchemaProps schema, boolean status, FieldPath path, FieldErrors errors) {
        if (schema == null) {
            return;
        }
        int before = errors.size();
        if (status) {
            besideStatus(schema, path, errors);
        }
        if (schema.nullable()) {
            errors.forbidden(path.child("nullable"), "nullable cannot be true at the root");
        }
        boolean structural = !SchemaWalk.any(schema, each -> !SchemaKeywords.areSupported(each));
        if (structural) {
            var structure = SchemaStructure.errors(schema, path);
            var mistakes = structure.isEmpty() ? DefaultValues.errors(schema, path) : structure;
            errors.addAll(mistakes);
            structural = mistakes.isEmpty();
        }
        var keywords = new FieldErrors();
        SchemaKeywords.root(schema, path, keywords);
        errors.addAll(keywords.list());
        if (structural) {
            RuleExpressions.check(schema, path, keywords.list(), errors);
        }
        if (errors.size() == before && SchemaWalk.any(schema, each -> each.schema() != null)) {
            // of all that no structural schema has, the one keyword that is not refused where it stands
            errors.invalid(path, "", "OpenAPIV3Schema 'schema' is not supported");
        }
    }

    private static void besideStatus(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        boolean early = schema.id() != null || schema.schema() != null || schema.ref() != null;
        if (!early && schema.type() != null && !schema.type().equals("object")) {
            errors.invalid(
                    path.child("type"),
                    schema.type(),
                    "only \"object\" is allowed as the type at the root of the schema if the status subresource is"
                            + " enabled");
        } else if (early || hasMore(schema)) {
            errors.invalid(
                    path,
                    schema,
                    "only [" + String.join(" ", BESIDE_STATUS)
                            + "] fields are allowed at the root of the schema if the status subresource is enabled");
        }
    }

    private static boolean hasMore(JSONSchemaProps schema) {
        return schema.nullable()
                || schema.defaultValue() != null
                || schema.maxProperties() != null
                || schema.minProperties() != null
                || !schema.enumValues().isEmpty()
                || !schema.allOf().isEmpty()
                || !schema.oneOf().isEmpty()
                || !schema.anyOf().isEmpty()
                || schema.not() != null
                || schema.additionalProperties() != null
                || !schema.patternProperties().isEmpty()
                || !schema.dependencies().isEmpty()
                || schema.additionalItems() != null
                || !schema.definitions().isEmpty()
                || schema.embeddedResource()
                || schema.intOrString()
                || !schema.listMapKeys().isEmpty()
                || schema.listType() != null
                || schema.mapType() != null;
    }
}
