package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.TemplateChecks;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be wrong with the spec of a Job, whose own or a CronJob's template ({@code validateJobSpec} in {@code
 * pkg/apis/batch/validation}).
 */
final class JobSpecChecks {
    private static final String INDEXED_ONLY = "requires indexed completion mode";
    private static final List<String> MODES =
            List.of(JobSpec.CompletionMode.NON_INDEXED, JobSpec.CompletionMode.INDEXED);
    private static final List<String> REPLACEMENTS =
            List.of(JobSpec.PodReplacementPolicy.FAILED, JobSpec.PodReplacementPolicy.TERMINATING_OR_FAILED);
    private static final int MOST_MANAGER_BYTES = 63;
    private static final int MANY_COMPLETIONS = 100_000;
    private static final int MOST_AT_ONCE = 100_000;
    private static final int MOST_AT_ONCE_OF_MANY = 10_000;

    private JobSpecChecks() {}

    static boolean isIndexed(JobSpec spec) {
        return JobSpec.CompletionMode.INDEXED.equals(spec.completionMode());
    }

    static void check(FieldPath path, JobSpec spec, FieldErrors errors) {
        errors.nonNegative(path.child("parallelism"), spec.parallelism());
        errors.nonNegative(path.child("completions"), spec.completions());
        errors.nonNegative(path.child("activeDeadlineSeconds"), spec.activeDeadlineSeconds());
        errors.nonNegative(path.child("backoffLimit"), spec.backoffLimit());
        errors.nonNegative(path.child("ttlSecondsAfterFinished"), spec.ttlSecondsAfterFinished());
        errors.nonNegative(path.child("backoffLimitPerIndex"), spec.backoffLimitPerIndex());
        errors.nonNegative(path.child("maxFailedIndexes"), spec.maxFailedIndexes());
        if (spec.maxFailedIndexes() != null && spec.backoffLimitPerIndex() == null) {
            errors.required(path.child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
        }
        if (spec.managedBy() != null) {
            errors.addAll(DomainNames.prefixedPath(path.child("managedBy"), spec.managedBy()));
            errors.notLonger(path.child("managedBy"), spec.managedBy(), MOST_MANAGER_BYTES);
        }
        errors.oneOf(path.child("completionMode"), spec.completionMode(), MODES);
        if (isIndexed(spec)) {
            indexed(path, spec, errors);
        } else if (spec.completionMode() == null || MODES.contains(spec.completionMode())) {
            notIndexed(path, spec, errors);
        }
        policies(path, spec, errors);
        template(path.child("template"), spec, errors);
    }

    private static void indexed(FieldPath path, JobSpec spec, FieldErrors errors) {
        var parallelism = path.child("parallelism");
        var maxFailed = path.child("maxFailedIndexes");
        if (spec.completions() == null) {
            errors.required(path.child("completions"), "when completion mode is Indexed");
        }
        if (spec.parallelism() != null && spec.parallelism() > MOST_AT_ONCE) {
            errors.invalid(
                    parallelism,
                    spec.parallelism(),
                    "must be less than or equal to 100000 when completion mode is Indexed");
        }
        if (spec.completions() != null
                && spec.maxFailedIndexes() != null
                && spec.maxFailedIndexes() > spec.completions()) {
            errors.invalid(maxFailed, spec.maxFailedIndexes(), "must be less than or equal to completions");
        }
        if (spec.maxFailedIndexes() != null && spec.maxFailedIndexes() > MOST_AT_ONCE) {
            errors.invalid(maxFailed, spec.maxFailedIndexes(), "must be less than or equal to 100000");
        }
        if (spec.completions() == null
                || spec.completions() <= MANY_COMPLETIONS
                || spec.backoffLimitPerIndex() == null) {
            return;
        }
        var limited =
                "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit"
                        + " per index";
        if (spec.maxFailedIndexes() == null) {
            errors.required(maxFailed, "must be specified when completions is above 100000");
        }
        if (spec.parallelism() != null && spec.parallelism() > MOST_AT_ONCE_OF_MANY) {
            errors.invalid(parallelism, spec.parallelism(), limited);
        }
        if (spec.maxFailedIndexes() != null && spec.maxFailedIndexes() > MOST_AT_ONCE_OF_MANY) {
            errors.invalid(maxFailed, spec.maxFailedIndexes(), limited);
        }
    }

    private static void notIndexed(FieldPath path, JobSpec spec, FieldErrors errors) {
        if (spec.backoffLimitPerIndex() != null) {
            errors.invalid(path.child("backoffLimitPerIndex"), spec.backoffLimitPerIndex(), INDEXED_ONLY);
        }
        if (spec.maxFailedIndexes() != null) {
            errors.invalid(path.child("maxFailedIndexes"), spec.maxFailedIndexes(), INDEXED_ONLY);
        }
    }

    private static void policies(FieldPath path, JobSpec spec, FieldErrors errors) {
        PodFailurePolicyChecks.check(path.child("podFailurePolicy"), spec, errors);
        if (spec.successPolicy() != null && !isIndexed(spec)) {
            errors.invalid(path.child("successPolicy"), spec.successPolicy(), INDEXED_ONLY);
        } else {
            SuccessPolicyChecks.check(path.child("successPolicy"), spec, errors);
        }
        var replacement = path.child("podReplacementPolicy");
        errors.oneOf(
                replacement,
                spec.podReplacementPolicy(),
                spec.podFailurePolicy() == null ? REPLACEMENTS : List.of(JobSpec.PodReplacementPolicy.FAILED));
    }

    /** Always is no choice but the default of pods: the author has to say one of the others. */
    private static void template(FieldPath path, JobSpec spec, FieldErrors errors) {
        var template = spec.template();
        errors.addAll(PodTemplates.validate(path, template.metadata(), template.spec()));
        var restart = path.child("spec", "restartPolicy");
        var policy = template.spec().restartPolicy();
        if (policy == null || policy.equals(PodSpec.RestartPolicy.ALWAYS)) {
            errors.required(restart, "valid values: \"OnFailure\", \"Never\"");
        } else if (!policy.equals(PodSpec.RestartPolicy.ON_FAILURE) && !policy.equals(PodSpec.RestartPolicy.NEVER)) {
            errors.notSupported(
                    restart, policy, List.of(PodSpec.RestartPolicy.ON_FAILURE, PodSpec.RestartPolicy.NEVER));
        } else if (spec.podFailurePolicy() != null && !policy.equals(PodSpec.RestartPolicy.NEVER)) {
            errors.invalid(restart, policy, "only \"Never\" is supported when podFailurePolicy is specified");
        }
    }

    /** What its author should know though it is allowed. */
    static List<String> warnings(FieldPath path, JobSpec spec) {
        boolean many = spec.completions() != null && spec.completions() > MANY_COMPLETIONS;
        boolean atOnce = spec.parallelism() != null && spec.parallelism() > MOST_AT_ONCE_OF_MANY;
        var warnings = new ArrayList<String>();
        if (isIndexed(spec) && many && atOnce) {
            warnings.add(path
                    + ": In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4,"
                    + " Kubernetes might not be able to track completedIndexes when a big number of indexes fail");
        }
        warnings.addAll(TemplateChecks.templateWarnings(path.child("template"), spec.template()));
        return warnings;
    }
}
