package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** What may be wrong with the rules by which a Job judges failed pods ({@code validatePodFailurePolicy}). */
final class PodFailurePolicyChecks {
    private static final int MOST_RULES = 20;
    private static final int MOST_PATTERNS = 20;
    private static final int MOST_CODES = 255;
    private static final String IN = "In";
    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> OPERATORS = List.of(IN, "NotIn");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");

    private PodFailurePolicyChecks() {}

    static void check(FieldPath path, JobSpec spec, FieldErrors errors) {
        if (spec.podFailurePolicy() == null) {
            return;
        }
        var rules = spec.podFailurePolicy().rules();
        errors.tooMany(path.child("rules"), rules.size(), MOST_RULES);
        var containers = new HashSet<String>();
        spec.template().spec().containers().forEach(container -> containers.add(container.name()));
        spec.template().spec().initContainers().forEach(container -> containers.add(container.name()));
        for (int i = 0; i < rules.size(); i++) {
            rule(path.child("rules").index(i), rules.get(i), spec, containers, errors);
        }
    }

    private static void rule(
            FieldPath path,
            JobSpec.PodFailurePolicyRule rule,
            JobSpec spec,
            Set<String> containers,
            FieldErrors errors) {
        var action = rule.action();
        if (action.isEmpty()) {
            errors.required(path.child("action"), validValues(ACTIONS));
        } else if (action.equals("FailIndex")) {
            if (spec.backoffLimitPerIndex() == null) {
                errors.invalid(path.child("action"), action, "requires the backoffLimitPerIndex to be set");
            }
        } else {
            errors.oneOf(path.child("action"), action, ACTIONS);
        }
        if (rule.onExitCodes() != null) {
            exitCodes(path.child("onExitCodes"), rule.onExitCodes(), containers, errors);
        }
        conditions(path.child("onPodConditions"), rule.onPodConditions(), errors);
        boolean byConditions = !rule.onPodConditions().isEmpty();
        if (rule.onExitCodes() != null && byConditions) {
            errors.add(FieldError.invalid(path, "specifying both OnExitCodes and OnPodConditions is not supported"));
        }
        if (rule.onExitCodes() == null && !byConditions) {
            errors.add(FieldError.invalid(path, "specifying one of OnExitCodes and OnPodConditions is required"));
        }
    }

    private static void conditions(
            FieldPath path, List<JobSpec.PodFailurePolicyOnPodConditionsPattern> patterns, FieldErrors errors) {
        errors.tooMany(path, patterns.size(), MOST_PATTERNS);
        for (int i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            var place = path.index(i);
            errors.invalid(place.child("type"), pattern.type(), Names.qualifiedName(pattern.type()));
            if (pattern.status().isEmpty()) {
                errors.required(place.child("status"), validValues(STATUSES));
            } else {
                errors.oneOf(place.child("status"), pattern.status(), STATUSES);
            }
        }
    }

    private static void exitCodes(
            FieldPath path,
            JobSpec.PodFailurePolicyOnExitCodesRequirement codes,
            Set<String> containers,
            FieldErrors errors) {
        if (codes.operator().isEmpty()) {
            errors.required(path.child("operator"), validValues(OPERATORS));
        } else {
            errors.oneOf(path.child("operator"), codes.operator(), OPERATORS);
        }
        if (codes.containerName() != null && !containers.contains(codes.containerName())) {
            errors.invalid(
                    path.child("containerName"),
                    codes.containerName(),
                    "must be one of the container or initContainer names in the pod template");
        }
        var values = path.child("values");
        if (codes.values().isEmpty()) {
            errors.invalid(values, codes.values(), "at least one value is required");
        }
        errors.tooMany(values, codes.values().size(), MOST_CODES);
        boolean ordered = true;
        var seen = new HashSet<Integer>();
        for (int i = 0; i < codes.values().size(); i++) {
            int code = codes.values().get(i);
            if (codes.operator().equals(IN) && code == 0) {
                errors.invalid(values.index(i), code, "must not be 0 for the In operator");
            }
            if (!seen.add(code)) {
                errors.duplicate(values.index(i), code);
            }
            ordered &= i == 0 || codes.values().get(i - 1) <= code;
        }
        if (!ordered) {
            errors.invalid(values, codes.values(), "must be ordered");
        }
    }

    /** Go's {@code %q} of a list of texts. */
    private static String validValues(List<String> values) {
        var list = new StringJoiner(" ", "valid values: [", "]");
        values.forEach(value -> list.add(GoText.quote(value)));
        return list.toString();
    }
}
