package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceColumnDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceSubresourceScale;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Version;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Subresources, printer columns and selectable fields of a version. */
final class VersionChecks {
    private static final List<String> TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
    private static final Pattern SIMPLE_PATH = Pattern.compile("(\\.[^.\\[\\]{}*?@()\\s]+)+");
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

    private static boolean simple(FieldPath path, String value, FieldErrors errors) {
        if (!SIMPLE_PATH.matcher(value).matches()) {
            errors.invalid(path, value, "is an invalid json path: must be a simple json path in dot notation");
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
        errors.given(path.child("JSONPath"), column.jsonPath());
    }

    static void selectableFields(Version version, FieldPath path, FieldErrors errors) {
        var fields = version.selectableFields();
        errors.tooMany(path, fields.size(), MOST_SELECTABLE);
        var seen = new HashSet<String>();
        for (int i = 0; i < fields.size(); i++) {
            var place = path.index(i).child("jsonPath");
            var field = fields.get(i).jsonPath();
            if (!errors.given(place, field)) {
                continue;
            }
            if (!field.startsWith(".") || !SIMPLE_PATH.matcher(field).matches()) {
                errors.invalid(place, field, "is an invalid path: must be a simple json path in dot notation");
            } else if (field.startsWith(".metadata")) {
                errors.invalid(place, field, "must not point to fields in metadata");
            } else if (!seen.add(field)) {
                errors.duplicate(place, field);
            }
        }
    }
}
