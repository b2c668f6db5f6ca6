package io.kubelayers.application.batch;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.application.workloads.TemplateChecks;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Map;
import java.util.TreeMap;

/** Whether a Job's selector is its own and selects its pods ({@code validateGeneratedSelector}). */
final class JobSelectorChecks {
    private static final FieldPath TEMPLATE = SPEC.child("template");

    private JobSelectorChecks() {}

    /** The labels and selector of a Job that did not ask for a selector by hand are those that the server made. */
    static void generated(Job job, FieldErrors errors) {
        var spec = job.spec();
        if (Boolean.TRUE.equals(spec.manualSelector()) || spec.selector() == null) {
            return;
        }
        var uid = job.metadata().uid() == null ? "" : job.metadata().uid();
        var name = job.metadata().nameOrEmpty();
        if (uid.isEmpty()) {
            errors.required(FieldPath.of("metadata", "uid"));
        }
        var template = spec.template().metadata();
        label(template, JobSelector.OLD_CONTROLLER_UID, uid, errors);
        label(template, JobSelector.OLD_JOB_NAME, name, errors);
        label(template, JobSelector.CONTROLLER_UID, uid, errors);
        label(template, JobSelector.JOB_NAME, name, errors);
        var expected = new TreeMap<>(Map.of(
                JobSelector.OLD_CONTROLLER_UID, uid,
                JobSelector.OLD_JOB_NAME, name,
                JobSelector.CONTROLLER_UID, uid,
                JobSelector.JOB_NAME, name));
        TemplateChecks.read(spec.selector())
                .filter(selector -> !selector.matches(expected))
                .ifPresent(selector ->
                        errors.invalid(SPEC.child("selector"), spec.selector(), "`selector` not auto-generated"));
    }

    private static void label(ObjectMeta template, String key, String expected, FieldErrors errors) {
        var path = TEMPLATE.child("metadata", "labels").key(key);
        var actual = template.labels().get(key);
        if (actual == null) {
            errors.required(path, "must be '" + expected + "'");
        } else if (!actual.equals(expected)) {
            errors.invalid(path, template.labels(), "must be '" + expected + "'");
        }
    }

    /** A selector that is there, well formed and matches the template. */
    static void check(JobSpec spec, FieldErrors errors) {
        if (spec.selector() == null) {
            errors.required(SPEC.child("selector"));
        } else {
            errors.addAll(LabelSelectors.validate(SPEC.child("selector"), spec.selector()));
        }
        TemplateChecks.read(spec.selector())
                .ifPresent(selector -> TemplateChecks.matches(selector, spec.template(), TEMPLATE, errors));
    }
}
