package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Spec;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.customresource.Formats;
import io.kubelayers.nucleus.validation.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What authors of definitions should know: formats that nobody checks, and rules that are not evaluated. */
final class DefinitionWarnings {
    private DefinitionWarnings() {}

    /** Warnings about a spec; of a change, about what it brings. */
    static List<String> of(Spec spec, @Nullable Spec old) {
        var warnings = new ArrayList<String>();
        var known = old == null ? List.<String>of() : formats(old);
        for (var format : formats(spec)) {
            if (!known.contains(format)) {
                warnings.add("unrecognized format " + GoText.quote(format));
            }
        }
        if (any(spec, schema -> !schema.validations().isEmpty())) {
            warnings.add("x-kubernetes-validations: CEL rules are kept but not evaluated");
        }
        return warnings;
    }

    private static List<String> formats(Spec spec) {
        var formats = new ArrayList<String>();
        any(spec, schema -> {
            if (schema.format() != null && !Formats.isKnown(schema.format())) {
                formats.add(schema.format());
            }
            return false;
        });
        return formats;
    }

    private static boolean any(Spec spec, Predicate<JSONSchemaProps> question) {
        boolean found = false;
        for (var version : spec.versions()) {
            found |= version.schema() != null && SchemaWalk.any(version.schema().openAPIV3Schema(), question);
        }
        return found;
    }
}
