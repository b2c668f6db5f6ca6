package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceColumnDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceSubresourceScale;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Version;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deprecation, subresources, printer columns and selectable fields of a version. */
final class VersionChecks {
    private static final List<String> TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
    private static final Set<String> SELECTABLE = Set.of("string", "boolean", "integer");
    private static final int MOST_WARNING = 256;
    private static final int MOST_SELECTABLE = 8;

    private VersionChecks() {}

    static void subresources(Version version, FieldPath path, FieldErrors errors) {
        var subresources = version.subresources();
        if (subresources == null || subresources.scale() == null) {
            return;
        }
        scale(subresources.scale(), path, errors);
    }

    private static void scale(CustomResourceSubresourceScale scale, FieldPath path, FieldErrors errors) {
        var wanted = path.child("scale.specReplicasPath");
        if (errors.given(wanted, scale.specReplicasPath()) && simple(wanted, scale.specReplicasPath(), errors)) {
            under(wanted, scale.specReplicasPath(), ".spec", errors);
        }
        var actual = path.child("scale.statusReplicasPath");
        if (errors.given(actual, scale.statusReplicasPath()) && simple(actual, scale.statusReplicasPath(), errors)) {
            under(actual, scale.statusReplicasPath(), ".status", errors);
        }
        var selector = scale.labelSelectorPath();
        var place = path.child("scale.labelSelectorPath");
        if (selector != null
                && !selector.isEmpty()
                && simple(place, selector, errors)
                && !selector.startsWith(".spec.")
                && !selector.startsWith(".status.")) {
            errors.invalid(place, selector, "should be a json path under either .spec or .status");
        }
    }

    private static void under(FieldPath path, String value, String root, FieldErrors errors) {
        if (!value.startsWith(root + ".")) {
            errors.invalid(path, value, "should be a json path under " + root);
        }
    }

    /** Paths begin with a dot; what comes behind it is looked for and not found, or found. */
    private static boolean simple(FieldPath path, String value, FieldErrors errors) {
        if (!value.startsWith(".")) {
            errors.invalid(path, value, "must be a simple json path starting with .");
            return false;
        }
        return true;
    }

    static void columns(Version version, FieldPath path, FieldErrors errors) {
        var columns = version.additionalPrinterColumns();
        for (int i = 0; i < columns.size(); i++) {
            column(columns.get(i), path.index(i), errors);
        }
    }

    private static void column(CustomResourceColumnDefinition column, FieldPath path, FieldErrors errors) {
        errors.given(path.child("name"), column.name());
        if (column.type().isEmpty()) {
            errors.required(path.child("type"), "must be one of " + String.join(",", TYPES));
        } else if (!TYPES.contains(column.type())) {
            errors.invalid(path.child("type"), column.type(), "must be one of " + String.join(",", TYPES));
        }
        if (column.format() != null && !column.format().isEmpty() && !FORMATS.contains(column.format())) {
            errors.invalid(path.child("format"), column.format(), "must be one of " + String.join(",", FORMATS));
        }
        if (errors.given(path.child("JSONPath"), column.jsonPath())) {
            simple(path.child("JSONPath"), column.jsonPath(), errors);
        }
    }

    /** Fields that a field selector may name: few, and plain texts, numbers or truths. */
    static void selectableFields(
            Version version, @Nullable JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        var fields = version.selectableFields();
        if (fields.isEmpty()) {
            return;
        }
        if (schema == null) {
            errors.invalid(path, "", "may only be set when `version.schema.openAPIV3Schema` is not included");
            return;
        }
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < fields.size(); i++) {
            selectable(fields.get(i).jsonPath(), schema, seen, path.index(i).child("jsonPath"), errors);
        }
        errors.tooMany(path, seen.size(), MOST_SELECTABLE);
    }

    private static void selectable(
            String field, JSONSchemaProps schema, Set<List<String>> seen, FieldPath place, FieldErrors errors) {
        if (!errors.given(place, field)) {
            return;
        }
        var found = SchemaPath.find(field, schema, false);
        if (!found.problem().isEmpty()) {
            errors.invalid(place, field, "is an invalid path: " + found.problem());
            return;
        }
        if (found.steps().get(0).equals("metadata")) {
            errors.invalid(place, field, "must not point to fields in metadata");
        }
        var type = found.schema() == null ? null : found.schema().type();
        if (type == null || !SELECTABLE.contains(type)) {
            errors.invalid(
                    place,
                    field,
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with"
                            + " formats are allowed.");
        }
        if (!seen.add(found.steps())) {
            errors.duplicate(place, field);
        }
    }

    /** What is told to those who still use a version. */
    static void deprecation(Version version, FieldPath path, FieldErrors errors) {
        var warning = version.deprecationWarning();
        if (warning == null) {
            return;
        }
        if (!version.deprecated()) {
            errors.invalid(path, warning, "can only be set for deprecated versions");
            return;
        }
        if (warning.getBytes(StandardCharsets.UTF_8).length > MOST_WARNING) {
            errors.invalid(path, warning, "must be <= 256 characters long");
        }
        if (warning.isEmpty()) {
            errors.invalid(path, warning, "must not be an empty string");
        }
        int at = 0;
        for (int point : warning.codePoints().toArray()) {
            if (!GoText.isPrintable(point)) {
                errors.invalid(
                        path,
                        warning,
                        "must only contain printable UTF-8 characters; non-printable character found at index " + at);
                return;
            }
            at += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
