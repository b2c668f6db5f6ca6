package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authorization.ResourceAttributes;
import io.kubelayers.nucleus.meta.FieldSelectorRequirement;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with the selectors of a question about resources: given as text or as requirements, not both
 * ({@code validateResourceAttributes}). Operators nobody knows are let pass, since who asks may be newer.
 */
final class AttributeChecks {
    private AttributeChecks() {}

    static void check(FieldPath path, ResourceAttributes attributes, FieldErrors errors) {
        var fields = attributes.fieldSelector();
        if (fields != null) {
            var at = path.child("fieldSelector");
            choice(at, fields.rawSelector(), fields.requirements().isEmpty(), errors);
            for (int i = 0; i < fields.requirements().size(); i++) {
                field(at.child("requirements").index(i), fields.requirements().get(i), errors);
            }
        }
        var labels = attributes.labelSelector();
        if (labels != null) {
            var at = path.child("labelSelector");
            choice(at, labels.rawSelector(), labels.requirements().isEmpty(), errors);
            for (int i = 0; i < labels.requirements().size(); i++) {
                errors.addAll(LabelSelectors.validateOfAnyVersion(
                        at.child("requirements").index(i), labels.requirements().get(i)));
            }
        }
    }

    private static void choice(FieldPath path, @Nullable String text, boolean noRequirements, FieldErrors errors) {
        if (text != null && !noRequirements) {
            errors.invalid(path.child("rawSelector"), text, "may not specified at the same time as requirements");
        }
        if (text == null && noRequirements) {
            errors.required(
                    path.child("requirements"),
                    "when " + path + " is specified, requirements or rawSelector is required");
        }
    }

    private static void field(FieldPath path, FieldSelectorRequirement requirement, FieldErrors errors) {
        if (requirement.key().isEmpty()) {
            errors.required(path.child("key"), "must be specified");
        }
        boolean empty = requirement.values().isEmpty();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (empty) {
                    errors.required(path.child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!empty) {
                    errors.forbidden(
                            path.child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default -> {}
        }
    }
}
