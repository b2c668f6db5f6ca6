package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authorization.ResourceAttributes;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The selectors of a question: what authorizers can use of them, and whether anything had to be ignored ({@code
 * ResourceAttributesFrom} and {@code BuildEvaluationError} in {@code pkg/registry/authorization/util/helpers.go}).
 */
final class AskedSelectors {
    private static final Set<String> OPERATORS = Set.of("In", "NotIn", "Exists", "DoesNotExist");

    private AskedSelectors() {}

    /** The limits on fields: of the parsed form those with one value; what can't be read limits nothing. */
    static List<FieldSelector.Requirement> fields(ResourceAttributes.@Nullable FieldSelectorAttributes selector) {
        if (selector == null) {
            return List.of();
        }
        if (selector.rawSelector() != null) {
            try {
                return FieldSelector.parse(selector.rawSelector()).requirements();
            } catch (InvalidSelectorException unlimited) {
                return List.of();
            }
        }
        var fields = new ArrayList<FieldSelector.Requirement>();
        for (var one : selector.requirements()) {
            boolean equal = one.operator().equals("In");
            if (one.values().size() == 1 && (equal || one.operator().equals("NotIn"))) {
                fields.add(new FieldSelector.Requirement(
                        one.key(), equal, one.values().get(0)));
            }
        }
        return fields;
    }

    /** What the answer says of selectors that were ignored, wholly or in part; null if none was. */
    static @Nullable String complaint(@Nullable ResourceAttributes resource) {
        if (resource == null) {
            return null;
        }
        var complaints = new ArrayList<String>();
        var fields = resource.fieldSelector();
        if (fields != null) {
            String raw = fields.rawSelector();
            boolean readable = raw == null || isReadable(() -> FieldSelector.parse(raw));
            complain(
                    "fieldSelector",
                    readable,
                    fields.requirements().size(),
                    fields(fields).size(),
                    complaints);
        }
        var labels = resource.labelSelector();
        if (labels != null) {
            String raw = labels.rawSelector();
            boolean readable = raw == null || isReadable(() -> Selector.parse(raw));
            int used = 0;
            for (var requirement : labels.requirements()) {
                used += isUsable(requirement) ? 1 : 0;
            }
            complain("labelSelector", readable, labels.requirements().size(), used, complaints);
        }
        return complaints.isEmpty() ? null : String.join("; ", complaints);
    }

    private static void complain(String field, boolean readable, int given, int used, List<String> complaints) {
        if (!readable || used < given) {
            complaints.add("spec.resourceAttributes." + field + (readable && used > 0 ? " partially" : "")
                    + " ignored due to parse error");
        }
    }

    private static boolean isUsable(LabelSelectorRequirement requirement) {
        return OPERATORS.contains(requirement.operator())
                && LabelSelectors.validateOfAnyVersion(FieldPath.of("key"), requirement)
                        .isEmpty();
    }

    private static boolean isReadable(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (InvalidSelectorException malformed) {
            return false;
        }
    }
}
