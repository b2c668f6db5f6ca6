package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Objects;

/** What the status of a Job must not take back once it was said. */
final class JobStatusHistory {
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final FieldPath CONDITIONS = STATUS.child("conditions");
    private static final String CRITERIA_MET = "SuccessCriteriaMet";
    private static final List<String> TERMINAL = List.of("Failed", "Complete", "FailureTarget");

    private final Job job;
    private final Job old;
    private final FieldErrors errors;

    JobStatusHistory(Job job, Job old, FieldErrors errors) {
        this.job = job;
        this.old = old;
        this.errors = errors;
    }

    void check() {
        for (var type : TERMINAL) {
            if (was(type) && !is(type)) {
                wrong("cannot disable the terminal " + type + "=True condition");
            }
        }
        counters();
        times();
        if (was(CRITERIA_MET) && !is(CRITERIA_MET)) {
            wrong("cannot disable the SuccessCriteriaMet=True condition");
        }
        if (was("Complete") && !was(CRITERIA_MET) && is(CRITERIA_MET)) {
            wrong("cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions");
        }
    }

    private void counters() {
        var status = job.status();
        var spec = job.spec();
        if (status.failed() < old.status().failed()) {
            errors.invalid(STATUS.child("failed"), status.failed(), "cannot decrease the failed counter");
        }
        boolean elastic = JobSpecChecks.isIndexed(spec) && Objects.equals(spec.completions(), spec.parallelism());
        if (!elastic && status.succeeded() < old.status().succeeded()) {
            errors.invalid(STATUS.child("succeeded"), status.succeeded(), "cannot decrease the succeeded counter");
        }
    }

    private void times() {
        var now = job.status();
        var before = old.status();
        if (now.completionTime() != null
                && before.completionTime() != null
                && !now.completionTime().equals(before.completionTime())) {
            errors.invalid(STATUS.child("completionTime"), now.completionTime(), "field is immutable");
        }
        if (before.startTime() != null
                && !before.startTime().equals(now.startTime())
                && !Boolean.TRUE.equals(job.spec().suspend())) {
            errors.required(STATUS.child("startTime"), "startTime cannot be removed for unsuspended job");
        }
    }

    private boolean is(String type) {
        return JobStatusChecks.is(job, type);
    }

    private boolean was(String type) {
        return JobStatusChecks.is(old, type);
    }

    private void wrong(String why) {
        errors.add(FieldError.invalid(CONDITIONS, why));
    }
}
