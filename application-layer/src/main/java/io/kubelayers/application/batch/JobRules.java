package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.TemplateChecks;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.pod.PodChecks;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of Jobs, and the selector each gets of its own. */
public final class JobRules implements KindRules<Job> {
    private static final String INDEXED_ONLY = "requires indexed completion mode";

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public Job defaulted(Job job) {
        var spec = job.spec();
        boolean bothUnset = spec.completions() == null && spec.parallelism() == null;
        boolean perIndex = spec.backoffLimitPerIndex() != null;
        var defaulted = spec.withCompletions(bothUnset ? Integer.valueOf(1) : spec.completions())
                .withParallelism(spec.parallelism() == null ? 1 : spec.parallelism())
                .withBackoffLimit(
                        spec.backoffLimit() == null ? (perIndex ? Integer.MAX_VALUE : 6) : spec.backoffLimit())
                .withCompletionMode(
                        spec.completionMode() == null ? JobSpec.CompletionMode.NON_INDEXED : spec.completionMode())
                .withSuspend(spec.suspend() != null && spec.suspend())
                .withManualSelector(spec.manualSelector() != null && spec.manualSelector())
                .withPodReplacementPolicy(replacement(spec));
        var labels = spec.template().metadata().labels();
        var metadata = job.metadata().labels().isEmpty() && !labels.isEmpty()
                ? job.metadata().withLabels(labels)
                : job.metadata();
        return job.withMetadata(metadata).withSpec(defaulted);
    }

    private static String replacement(JobSpec spec) {
        if (spec.podReplacementPolicy() != null) {
            return spec.podReplacementPolicy();
        }
        return spec.podFailurePolicy() == null
                ? JobSpec.PodReplacementPolicy.TERMINATING_OR_FAILED
                : JobSpec.PodReplacementPolicy.FAILED;
    }

    @Override
    public Job prepareForCreate(Job job) {
        return JobSelector.generate(job);
    }

    @Override
    public List<FieldError> validate(Job job) {
        var spec = job.spec();
        var errors = new ArrayList<FieldError>();
        TemplateChecks.notNegative("parallelism", spec.parallelism(), errors);
        TemplateChecks.notNegative("completions", spec.completions(), errors);
        TemplateChecks.notNegative("activeDeadlineSeconds", spec.activeDeadlineSeconds(), errors);
        TemplateChecks.notNegative("backoffLimit", spec.backoffLimit(), errors);
        TemplateChecks.notNegative("ttlSecondsAfterFinished", spec.ttlSecondsAfterFinished(), errors);
        completionMode(spec, errors);
        selector(spec, errors);
        template(spec, errors);
        return errors;
    }

    private static void completionMode(JobSpec spec, List<FieldError> errors) {
        var mode = spec.completionMode();
        boolean indexed = JobSpec.CompletionMode.INDEXED.equals(mode);
        if (mode != null && !indexed && !mode.equals(JobSpec.CompletionMode.NON_INDEXED)) {
            errors.add(FieldError.notSupported(
                    TemplateChecks.SPEC.child("completionMode"),
                    mode,
                    List.of(JobSpec.CompletionMode.INDEXED, JobSpec.CompletionMode.NON_INDEXED)));
        }
        if (indexed && spec.completions() == null) {
            errors.add(
                    FieldError.required(TemplateChecks.SPEC.child("completions"), "when completion mode is Indexed"));
        }
        if (!indexed && spec.backoffLimitPerIndex() != null) {
            errors.add(FieldError.invalid(
                    TemplateChecks.SPEC.child("backoffLimitPerIndex"),
                    spec.backoffLimitPerIndex().longValue(),
                    INDEXED_ONLY));
        }
    }

    private static void selector(JobSpec spec, List<FieldError> errors) {
        if (spec.selector() == null) {
            errors.add(FieldError.required(TemplateChecks.SPEC.child("selector"), ""));
        } else if (!Selector.of(spec.selector())
                .matches(spec.template().metadata().labels())) {
            errors.add(FieldError.invalid(
                    TemplateChecks.SPEC.child("template", "metadata", "labels"),
                    spec.template().metadata().labels(),
                    "`selector` does not match template `labels`"));
        }
    }

    private static void template(JobSpec spec, List<FieldError> errors) {
        var path = TemplateChecks.SPEC.child("template", "spec");
        errors.addAll(PodChecks.ofSpec(path, spec.template().spec()));
        var policy = spec.template().spec().restartPolicy();
        if (policy == null || policy.equals(PodSpec.RestartPolicy.ALWAYS)) {
            errors.add(FieldError.required(path.child("restartPolicy"), "valid values: \"OnFailure\", \"Never\""));
        } else if (!policy.equals(PodSpec.RestartPolicy.ON_FAILURE) && !policy.equals(PodSpec.RestartPolicy.NEVER)) {
            errors.add(FieldError.notSupported(
                    path.child("restartPolicy"),
                    policy,
                    List.of(PodSpec.RestartPolicy.ON_FAILURE, PodSpec.RestartPolicy.NEVER)));
        } else if (spec.podFailurePolicy() != null && !policy.equals(PodSpec.RestartPolicy.NEVER)) {
            errors.add(FieldError.invalid(
                    path.child("restartPolicy"),
                    policy,
                    "only \"Never\" is supported when podFailurePolicy is specified"));
        }
    }

    @Override
    public List<FieldError> validateUpdate(Job job, Job old) {
        var errors = new ArrayList<>(validate(job));
        var spec = job.spec();
        var before = old.spec();
        errors.addAll(TemplateChecks.sameSelector(spec.selector(), before.selector()));
        immutable("completionMode", spec.completionMode(), before.completionMode(), errors);
        immutable("managedBy", spec.managedBy(), before.managedBy(), errors);
        boolean elastic = JobSpec.CompletionMode.INDEXED.equals(spec.completionMode())
                && Objects.equals(spec.completions(), spec.parallelism());
        if (!elastic && !Objects.equals(spec.completions(), before.completions())) {
            immutable("completions", number(spec.completions()), number(before.completions()), errors);
        }
        boolean startable =
                Boolean.TRUE.equals(before.suspend()) && old.status().startTime() == null;
        if (!startable && !spec.template().equals(before.template())) {
            errors.add(FieldError.invalid(TemplateChecks.SPEC.child("template"), "", "field is immutable"));
        }
        return errors;
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }

    private static void immutable(
            String field, @Nullable Object now, @Nullable Object before, List<FieldError> errors) {
        if (!Objects.equals(now, before)) {
            errors.add(FieldError.invalid(TemplateChecks.SPEC.child(field), now, "field is immutable"));
        }
    }
}
