package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;

/**
 * What is wrong with choices of nodes, in upstream's words (core/validation/validation.go, {@code ValidateNodeSelector}).
 * Errors are added to a list, so that checking what is valid makes nothing.
 */
public final class NodeSelectorRules {
    private static final String NO_OPERATOR = "not a valid selector operator";

    private NodeSelectorRules() {}

    /** The node affinity of a pod; values of preferred terms may be anything. */
    public static void nodeAffinity(FieldPath path, NodeAffinity affinity, List<FieldError> errors) {
        var required = affinity.requiredDuringSchedulingIgnoredDuringExecution();
        if (required != null) {
            selector(path.child("requiredDuringSchedulingIgnoredDuringExecution"), required, errors);
        }
        var preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < preferred.size(); i++) {
            var at = path.child("preferredDuringSchedulingIgnoredDuringExecution")
                    .index(i);
            weight(at.child("weight"), preferred.get(i).weight(), errors);
            term(at.child("preference"), preferred.get(i).preference(), true, errors);
        }
    }

    /** The weight of something preferred. */
    public static void weight(FieldPath path, int weight, List<FieldError> errors) {
        if (weight <= 0 || weight > 100) {
            errors.add(FieldError.invalid(path, weight, "must be in the range 1-100"));
        }
    }

    /** A selector of which nodes must match one term. */
    public static void selector(FieldPath path, NodeSelector selector, List<FieldError> errors) {
        var terms = selector.nodeSelectorTerms();
        var at = path.child("nodeSelectorTerms");
        if (terms.isEmpty()) {
            errors.add(FieldError.required(at, "must have at least one node selector term"));
        }
        for (int i = 0; i < terms.size(); i++) {
            term(at.index(i), terms.get(i), false, errors);
        }
    }

    private static void term(FieldPath path, NodeSelectorTerm term, boolean anyValues, List<FieldError> errors) {
        var expressions = term.matchExpressions();
        for (int i = 0; i < expressions.size(); i++) {
            expression(path.child("matchExpressions").index(i), expressions.get(i), anyValues, errors);
        }
        var fields = term.matchFields();
        for (int i = 0; i < fields.size(); i++) {
            field(path.child("matchFields").index(i), fields.get(i), errors);
        }
    }

    private static void expression(
            FieldPath path, NodeSelectorRequirement requirement, boolean anyValues, List<FieldError> errors) {
        var values = requirement.values();
        var at = path.child("values");
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    errors.add(FieldError.required(at, "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    errors.add(FieldError.forbidden(
                            at, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                }
            }
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    errors.add(
                            FieldError.required(at, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
                }
            }
            default -> errors.add(FieldError.invalid(path.child("operator"), requirement.operator(), NO_OPERATOR));
        }
        MetaRules.invalid(path.child("key"), requirement.key(), Names.qualifiedName(requirement.key()), errors);
        for (int i = 0; i < values.size() && !anyValues; i++) {
            MetaRules.invalid(at.index(i), values.get(i), Names.labelValue(values.get(i)), errors);
        }
    }

    /** Of the fields of a node, only its name can be matched. */
    private static void field(FieldPath path, NodeSelectorRequirement requirement, List<FieldError> errors) {
        var values = requirement.values();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (values.size() != 1) {
                    errors.add(FieldError.required(
                            path.child("values"),
                            "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"));
                }
            }
            default -> errors.add(FieldError.invalid(path.child("operator"), requirement.operator(), NO_OPERATOR));
        }
        if (!requirement.key().equals("metadata.name")) {
            errors.add(FieldError.invalid(path.child("key"), requirement.key(), "not a valid field selector key"));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            MetaRules.invalid(path.child("values").index(i), values.get(i), Names.dnsSubdomain(values.get(i)), errors);
        }
    }
}
