package io.kubelayers.application.batch;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ConditionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Job ends before all of its completions are there, and why: the condition {@code SuccessCriteriaMet} or {@code
 * FailureTarget}, which is told before the pods go. What was told once stays, whatever comes after.
 *
 * <p>Upstream source: {@code syncJob} in {@code pkg/controller/job/job_controller.go}.
 */
final class JobEnding {
    private static final String ON_FAILURE = "OnFailure";

    private final Job job;
    private final List<Pod> active;
    private final JobTally tally;
    private final @Nullable IndexRetries retries;
    private final Instant now;

    JobEnding(Job job, List<Pod> active, JobTally tally, @Nullable IndexRetries retries, Instant now) {
        this.job = job;
        this.active = active;
        this.tally = tally;
        this.retries = retries;
        this.now = now;
    }

    static boolean isSuccess(Job.Condition ending) {
        return ending.type().equals(Job.ConditionType.SUCCESS_CRITERIA_MET);
    }

    /** The condition; null if the Job goes on. */
    Job.@Nullable Condition condition(@Nullable Instant startTime) {
        var conditions = job.status().conditions();
        var success = JobConditions.holding(conditions, Job.ConditionType.SUCCESS_CRITERIA_MET);
        var told = success == null ? JobConditions.holding(conditions, Job.ConditionType.FAILURE_TARGET) : success;
        if (told != null) {
            return told;
        }
        if (tally.failJob() != null) {
            return failure(JobConditions.POD_FAILURE_POLICY, tally.failJob());
        }
        if (tally.failed() > backoffLimit() || restartsPastLimit()) {
            return failure(JobConditions.BACKOFF_LIMIT_EXCEEDED, "Job has reached the specified backoff limit");
        }
        var left = untilDeadline(startTime);
        if (left != null && (left.isNegative() || left.isZero())) {
            return failure(JobConditions.DEADLINE_EXCEEDED, "Job was active longer than specified deadline");
        }
        return tally.isIndexed() ? byIndexes() : null;
    }

    private Job.@Nullable Condition byIndexes() {
        if (retries != null) {
            int failed = retries.failed().size();
            var most = job.spec().maxFailedIndexes();
            if (most != null && failed > most) {
                return failure(
                        JobConditions.MAX_FAILED_INDEXES_EXCEEDED,
                        "Job has exceeded the specified maximal number of failed indexes");
            }
            var completions = job.spec().completions();
            if (failed > 0 && completions != null && failed + tally.indexes().size() >= completions) {
                return failure(JobConditions.FAILED_INDEXES, "Job has failed indexes");
            }
        }
        var met = SuccessCriteria.met(job.spec(), tally.indexes());
        return met == null
                ? null
                : JobConditions.of(
                        Job.ConditionType.SUCCESS_CRITERIA_MET,
                        ConditionStatus.TRUE,
                        JobConditions.SUCCESS_POLICY,
                        met,
                        now);
    }

    private Job.Condition failure(String reason, String message) {
        return JobConditions.of(Job.ConditionType.FAILURE_TARGET, ConditionStatus.TRUE, reason, message, now);
    }

    /** What is left of activeDeadlineSeconds; null if there is none or it does not run. */
    @Nullable
    Duration untilDeadline(@Nullable Instant startTime) {
        var deadline = job.spec().activeDeadlineSeconds();
        return deadline == null
                        || startTime == null
                        || Boolean.TRUE.equals(job.spec().suspend())
                ? null
                : Duration.between(now, startTime.plusSeconds(deadline));
    }

    /** Where indexes have limits of their own, there is none for all together unless it is given. */
    private int backoffLimit() {
        var limit = job.spec().backoffLimit();
        return limit != null ? limit : retries == null ? 6 : Integer.MAX_VALUE;
    }

    /** Containers restarted in place count as failures of a Job whose pods restart OnFailure. */
    private boolean restartsPastLimit() {
        if (!ON_FAILURE.equals(job.spec().template().spec().restartPolicy())) {
            return false;
        }
        int restarts = 0;
        for (var pod : active) {
            for (var status : pod.status().initContainerStatuses()) {
                restarts += status.restartCount();
            }
            for (var status : pod.status().containerStatuses()) {
                restarts += status.restartCount();
            }
        }
        return backoffLimit() == 0 ? restarts > 0 : restarts >= backoffLimit();
    }
}
