package io.kubelayers.application.batch;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What may be wrong with the status that a controller reports of a Job, its own or a foreign one ({@code
 * ValidateJobStatusUpdate}). Most rules hold for what the update changes: old faults don't block it.
 */
final class JobStatusChecks {
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final FieldPath CONDITIONS = STATUS.child("conditions");
    private static final String COMPLETE = "Complete";
    private static final String FAILED = "Failed";
    private static final String FAILURE_TARGET = "FailureTarget";
    private static final String CRITERIA_MET = "SuccessCriteriaMet";

    private final Job job;
    private final Job old;
    private final FieldErrors errors;

    JobStatusChecks(Job job, Job old, FieldErrors errors) {
        this.job = job;
        this.old = old;
        this.errors = errors;
    }

    void check() {
        counts();
        uncounted();
        terminalConditions();
        times();
        finished();
        indexes();
        terminating();
        readyAtMostActive();
        successCriteria();
        new JobStatusHistory(job, old, errors).check();
    }

    private void counts() {
        var status = job.status();
        errors.nonNegative(STATUS.child("active"), status.active());
        errors.nonNegative(STATUS.child("succeeded"), status.succeeded());
        errors.nonNegative(STATUS.child("failed"), status.failed());
        errors.nonNegative(STATUS.child("ready"), status.ready());
        errors.nonNegative(STATUS.child("terminating"), status.terminating());
    }

    private void uncounted() {
        var uncounted = job.status().uncountedTerminatedPods();
        if (uncounted != null) {
            var seen = new HashSet<String>();
            var path = STATUS.child("uncountedTerminatedPods");
            uids(path.child("succeeded"), uncounted.succeeded(), seen);
            uids(path.child("failed"), uncounted.failed(), seen);
        }
    }

    private void uids(FieldPath path, List<String> uids, Set<String> seen) {
        for (int i = 0; i < uids.size(); i++) {
            if (uids.get(i).isEmpty()) {
                errors.invalid(path.index(i), "", "must not be empty");
            } else if (!seen.add(uids.get(i))) {
                errors.duplicate(path.index(i), uids.get(i));
            }
        }
    }

    private void terminalConditions() {
        if ((changed(COMPLETE) || changed(FAILED)) && is(COMPLETE) && is(FAILED)) {
            wrongConditions("cannot set Complete=True and Failed=true conditions");
        }
        if ((changed(COMPLETE) || changed(FAILURE_TARGET)) && is(COMPLETE) && is(FAILURE_TARGET)) {
            wrongConditions("cannot set Complete=True and FailureTarget=true conditions");
        }
    }

    private void times() {
        var status = job.status();
        var path = STATUS.child("completionTime");
        boolean completion =
                !Objects.equals(status.completionTime(), old.status().completionTime());
        if (changed(COMPLETE) || completion) {
            if (status.completionTime() != null && !is(COMPLETE)) {
                errors.invalid(
                        path,
                        status.completionTime(),
                        "cannot set completionTime when there is no Complete=True condition");
            }
            if (status.completionTime() == null && is(COMPLETE)) {
                errors.required(path, "completionTime is required for Complete jobs");
            }
        }
        if ((completion || startTimeChanged())
                && status.startTime() != null
                && status.completionTime() != null
                && status.completionTime().isBefore(status.startTime())) {
            errors.invalid(path, status.completionTime(), "must be equal to or after `startTime`");
        }
        if ((changed(FAILED) || changed(FAILURE_TARGET)) && is(FAILED) && !is(FAILURE_TARGET)) {
            wrongConditions("cannot set Failed=True condition without the FailureTarget=true condition");
        }
        if ((changed(COMPLETE) || changed(CRITERIA_MET)) && is(COMPLETE) && !is(CRITERIA_MET)) {
            wrongConditions("cannot set Complete=True condition without the SuccessCriteriaMet=true condition");
        }
    }

    private boolean startTimeChanged() {
        return !Objects.equals(job.status().startTime(), old.status().startTime());
    }

    private void finished() {
        var status = job.status();
        var before = old.status();
        if (!isFinished(job)) {
            return;
        }
        boolean now = !isFinished(old);
        if ((now || status.active() != before.active()) && status.active() > 0) {
            errors.invalid(STATUS.child("active"), status.active(), "active>0 is invalid for finished job");
        }
        if ((now || startTimeChanged()) && status.startTime() == null) {
            errors.required(STATUS.child("startTime"), "startTime is required for finished job");
        }
        var uncounted = status.uncountedTerminatedPods();
        if ((now || !Objects.equals(uncounted, before.uncountedTerminatedPods()))
                && uncounted != null
                && uncounted.failed().size() + uncounted.succeeded().size() > 0) {
            errors.invalid(STATUS.child("uncountedTerminatedPods"), uncounted, "must be empty for finished job");
        }
    }

    private void terminating() {
        var terminating = job.status().terminating();
        boolean looked =
                !isFinished(old) || !Objects.equals(terminating, old.status().terminating());
        if (isFinished(job) && looked && terminating != null && terminating > 0) {
            errors.invalid(STATUS.child("terminating"), terminating, "terminating>0 is invalid for finished job");
        }
    }

    private void readyAtMostActive() {
        var status = job.status();
        boolean changed = status.active() != old.status().active()
                || !Objects.equals(status.ready(), old.status().ready());
        if (changed && status.ready() != null && status.ready() > status.active()) {
            errors.invalid(STATUS.child("ready"), status.ready(), "cannot set more ready pods than active");
        }
    }

    private void indexes() {
        var spec = job.spec();
        var completed =
                job.status().completedIndexes() == null ? "" : job.status().completedIndexes();
        var failed = job.status().failedIndexes();
        boolean completedChanged = !completed.equals(
                old.status().completedIndexes() == null ? "" : old.status().completedIndexes());
        boolean failedChanged = !Objects.equals(failed, old.status().failedIndexes());
        var completedPath = STATUS.child("completedIndexes");
        var failedPath = STATUS.child("failedIndexes");
        if (completedChanged && spec.completions() != null) {
            format(completedPath, completed, "completedIndexes", spec.completions());
        }
        if (failedChanged && spec.completions() != null && spec.backoffLimitPerIndex() != null && failed != null) {
            format(failedPath, failed, "failedIndexes", spec.completions());
        }
        if (completedChanged && !completed.isEmpty() && !JobSpecChecks.isIndexed(spec)) {
            errors.invalid(
                    completedPath, completed, "cannot set non-empty completedIndexes when non-indexed completion mode");
        }
        if (failedChanged && spec.backoffLimitPerIndex() == null && failed != null) {
            errors.invalid(failedPath, failed, "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
        }
        if ((completedChanged || failedChanged) && spec.completions() != null && failed != null) {
            IndexText.overlap(completed, failed, spec.completions())
                    .ifPresent(index -> errors.invalid(
                            failedPath, failed, "failedIndexes and completedIndexes overlap at index: " + index));
        }
    }

    private void format(FieldPath path, String text, String name, int completions) {
        try {
            IndexText.count(text, completions);
        } catch (IndexText.MalformedException malformed) {
            errors.invalid(path, text, "error parsing " + name + ": " + malformed.getMessage());
        }
    }

    private void successCriteria() {
        if (is(CRITERIA_MET) && is(FAILED)) {
            wrongConditions("cannot set SuccessCriteriaMet=True and Failed=true conditions");
        }
        if (is(CRITERIA_MET) && is(FAILURE_TARGET)) {
            wrongConditions("cannot set SuccessCriteriaMet=True and FailureTarget=true conditions");
        }
        if (job.spec().successPolicy() != null && !is(CRITERIA_MET) && is(COMPLETE)) {
            wrongConditions("cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True");
        }
    }

    private void wrongConditions(String why) {
        errors.add(FieldError.invalid(CONDITIONS, why));
    }

    private boolean is(String condition) {
        return is(job, condition);
    }

    private boolean changed(String condition) {
        return is(job, condition) != is(old, condition);
    }

    private static boolean isFinished(Job job) {
        return is(job, COMPLETE) || is(job, FAILED);
    }

    static boolean is(Job job, String type) {
        for (var condition : job.status().conditions()) {
            if (condition.type().equals(type) && condition.status().equals("True")) {
                return true;
            }
        }
        return false;
    }
}
