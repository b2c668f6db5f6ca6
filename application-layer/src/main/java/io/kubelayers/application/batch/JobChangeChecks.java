package io.kubelayers.application.batch;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may change about a Job once it exists ({@code ValidateJobSpecUpdate}). */
final class JobChangeChecks {
    private JobChangeChecks() {}

    static void check(JobSpec spec, Job old, FieldErrors errors) {
        var before = old.spec();
        completions(spec, before, errors);
        errors.immutable(SPEC.child("selector"), spec.selector(), before.selector());
        boolean neverStarted =
                Boolean.TRUE.equals(before.suspend()) && old.status().startTime() == null;
        var kept = neverStarted ? withPlacementOf(before.template(), spec.template()) : before.template();
        errors.immutable(SPEC.child("template"), spec.template(), kept);
        errors.immutable(SPEC.child("completionMode"), spec.completionMode(), before.completionMode());
        errors.immutable(SPEC.child("podFailurePolicy"), spec.podFailurePolicy(), before.podFailurePolicy());
        errors.immutable(
                SPEC.child("backoffLimitPerIndex"), spec.backoffLimitPerIndex(), before.backoffLimitPerIndex());
        errors.immutable(SPEC.child("managedBy"), spec.managedBy(), before.managedBy());
        errors.immutable(SPEC.child("successPolicy"), spec.successPolicy(), before.successPolicy());
    }

    /** An indexed Job may be scaled, if all its indexes run at once. */
    private static void completions(JobSpec spec, JobSpec before, FieldErrors errors) {
        var path = SPEC.child("completions");
        if (!JobSpecChecks.isIndexed(spec)) {
            errors.immutable(path, spec.completions(), before.completions());
        } else if (spec.completions() != null
                && !spec.completions().equals(before.completions())
                && !spec.completions().equals(spec.parallelism())) {
            errors.invalid(path, spec.completions(), "can only be modified in tandem with spec.parallelism");
        }
    }

    /** The template with everything taken from the other that says where its pods go: it may change until they run. */
    private static PodTemplateSpec withPlacementOf(PodTemplateSpec template, PodTemplateSpec other) {
        PodSpec wanted = other.spec();
        var spec = template.spec()
                .withAffinity(withNodeAffinityOf(template.spec().affinity(), wanted.affinity()))
                .withNodeSelector(wanted.nodeSelector())
                .withTolerations(wanted.tolerations())
                .withSchedulingGates(wanted.schedulingGates());
        return template.withSpec(spec)
                .withMetadata(template.metadata()
                        .withAnnotations(other.metadata().annotations())
                        .withLabels(other.metadata().labels()));
    }

    private static @Nullable Affinity withNodeAffinityOf(@Nullable Affinity affinity, @Nullable Affinity wanted) {
        if (affinity == null) {
            return wanted == null ? null : new Affinity(wanted.nodeAffinity(), null, null);
        }
        var changed = affinity.withNodeAffinity(wanted == null ? null : wanted.nodeAffinity());
        boolean nothingLeft = wanted == null && Objects.equals(changed, new Affinity(null, null, null));
        return nothingLeft ? null : changed;
    }
}
