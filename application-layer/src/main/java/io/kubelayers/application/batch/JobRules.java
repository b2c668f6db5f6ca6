package io.kubelayers.application.batch;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.application.workloads.TemplateChecks;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GarbageCollectionPolicy;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of Jobs, and the selector each gets of its own. */
public final class JobRules implements KindRules<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public GarbageCollectionPolicy garbageCollection() {
        return GarbageCollectionPolicy.ORPHAN_DEPENDENTS;
    }

    @Override
    public List<String> warningsOnDelete(DeleteOptions options) {
        return options.orphanDependents() == null && options.propagationPolicy() == null
                ? List.of(
                        "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to"
                                + " remove them or set propagationPolicy=Orphan to suppress this warning")
                : List.of();
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
        var errors = new FieldErrors();
        var spec = job.spec();
        JobSelectorChecks.generated(job, errors);
        JobSpecChecks.check(SPEC, spec, errors);
        JobSelectorChecks.check(spec, errors);
        if (JobSpecChecks.isIndexed(spec) && spec.completions() != null && spec.completions() > 0) {
            var longest = job.metadata().nameOrEmpty() + "-" + (spec.completions() - 1);
            if (!Names.dnsLabel(longest).isEmpty()) {
                errors.invalid(
                        FieldPath.of("metadata", "name"),
                        job.metadata().nameOrEmpty(),
                        "will not able to create pod with invalid DNS label: " + longest);
            }
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(Job job, Job old) {
        var errors = new FieldErrors();
        JobSpecChecks.check(SPEC, job.spec(), errors);
        JobSelectorChecks.check(job.spec(), errors);
        JobChangeChecks.check(job.spec(), old, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(Job job, Job old) {
        var errors = new FieldErrors();
        new JobStatusChecks(job, old, errors).check();
        return errors.list();
    }

    @Override
    public List<String> warnings(Job job, @Nullable Job old) {
        var warnings = new ArrayList<String>();
        if (old == null) {
            warnings.addAll(TemplateChecks.nameWarnings(job.metadata().nameOrEmpty()));
        }
        if (old == null || job.metadata().generation() != old.metadata().generation()) {
            warnings.addAll(JobSpecChecks.warnings(SPEC, job.spec()));
        }
        return warnings;
    }
}
