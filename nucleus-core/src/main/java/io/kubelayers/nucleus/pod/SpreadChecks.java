package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** What is wrong with how pods are to be spread ({@code validateTopologySpreadConstraints}). */
final class SpreadChecks {
    private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
    private static final List<String> NODE_POLICIES = List.of("Honor", "Ignore");

    private SpreadChecks() {}

    static void check(FieldPath path, List<TopologySpreadConstraint> constraints, List<FieldError> errors) {
        for (int i = 0; i < constraints.size(); i++) {
            var constraint = constraints.get(i);
            var at = path.index(i);
            if (constraint.maxSkew() <= 0) {
                errors.add(FieldError.invalid(at.child("maxSkew"), constraint.maxSkew(), "must be greater than zero"));
            }
            if (constraint.topologyKey().isEmpty()) {
                errors.add(FieldError.required(at.child("topologyKey"), "can not be empty"));
            }
            PodSpecChecks.choiceIfSet(at.child("whenUnsatisfiable"), constraint.whenUnsatisfiable(), ACTIONS, errors);
            repeated(at, constraint, constraints.subList(i + 1, constraints.size()), errors);
            minDomains(at.child("minDomains"), constraint, errors);
            PodSpecChecks.choiceIfSet(
                    at.child("nodeAffinityPolicy"), constraint.nodeAffinityPolicy(), NODE_POLICIES, errors);
            PodSpecChecks.choiceIfSet(
                    at.child("nodeTaintsPolicy"), constraint.nodeTaintsPolicy(), NODE_POLICIES, errors);
            PodAffinityChecks.labelKeys(at, constraint.matchLabelKeys(), List.of(), constraint.labelSelector(), errors);
            errors.addAll(LabelSelectors.validate(at.child("labelSelector"), constraint.labelSelector()));
        }
    }

    private static void repeated(
            FieldPath at,
            TopologySpreadConstraint constraint,
            List<TopologySpreadConstraint> rest,
            List<FieldError> errors) {
        for (var other : rest) {
            if (other.topologyKey().equals(constraint.topologyKey())
                    && other.whenUnsatisfiable().equals(constraint.whenUnsatisfiable())) {
                errors.add(FieldError.duplicate(
                        at.child("{topologyKey, whenUnsatisfiable}"),
                        "{" + constraint.topologyKey() + ", " + constraint.whenUnsatisfiable() + "}"));
                return;
            }
        }
    }

    private static void minDomains(FieldPath path, TopologySpreadConstraint constraint, List<FieldError> errors) {
        var least = constraint.minDomains();
        if (least == null) {
            return;
        }
        if (least <= 0) {
            errors.add(FieldError.invalid(path, least, "must be greater than zero"));
        }
        if (!constraint.whenUnsatisfiable().equals("DoNotSchedule")) {
            errors.add(FieldError.invalid(
                    path,
                    least,
                    "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not "
                            + constraint.whenUnsatisfiable()));
        }
    }
}
