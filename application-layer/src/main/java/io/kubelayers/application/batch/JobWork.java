package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.PodDeletionOrder;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work sheet of one {@link JobDecision}. */
final class JobWork {
    private static final String CODE = "Job";

    private final Job job;
    private final Instant now;
    private final List<Pod> active = new ArrayList<>();
    private final JobTally tally;
    private final @Nullable IndexRetries retries;
    private final List<Pod> create = new ArrayList<>();
    private final List<Pod> abandon = new ArrayList<>();
    private final List<Pod> stop = new ArrayList<>();
    private final List<WorkloadEvent> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int terminating;
    private List<Job.Condition> conditions;
    private @Nullable Instant startTime;
    private @Nullable Instant completionTime;
    private @Nullable Duration checkAgain;

    JobWork(Job job, List<Pod> owned, Instant now) {
        this.job = job;
        this.now = now;
        this.tally = new JobTally(job, owned);
        this.conditions = job.status().conditions();
        this.startTime = job.status().startTime();
        this.completionTime = job.status().completionTime();
        for (var pod : owned) {
            if (PodAvailability.isActive(pod)) {
                active.add(pod);
            } else if (PodAvailability.isTerminating(pod)) {
                terminating++;
            }
        }
        this.retries = IndexRetries.of(job, tally.uncountedFailures(), tally.indexes(), active);
    }

    JobDecision decide() {
        if (JobConditions.isFinished(job)) {
            return finished();
        }
        if (startTime == null && !isSuspended()) {
            startTime = second();
        }
        var rules = new JobEnding(job, active, tally, retries, now);
        var end = rules.condition(startTime);
        if (end == null && isComplete()) {
            end = condition(
                    Job.ConditionType.SUCCESS_CRITERIA_MET,
                    ConditionStatus.TRUE,
                    JobConditions.COMPLETIONS_REACHED,
                    "Reached expected number of succeeded pods");
        }
        if (end != null) {
            return decision(JobEnding.isSuccess(end) ? succeed(end) : fail(end), false);
        }
        checkAgain = rules.untilDeadline(startTime);
        if (retries != null && job.metadata().deletionTimestamp() == null) {
            tally.hold(retries.kept());
        }
        String message;
        if (job.metadata().deletionTimestamp() != null) {
            message = "is being deleted: no change";
        } else {
            message = isSuspended() ? suspend() : run();
        }
        return decision(message, false);
    }

    /** A finished Job only lets go of what is left, and goes itself when its time to live is over. */
    private JobDecision finished() {
        var ttl = job.spec().ttlSecondsAfterFinished();
        var end = JobConditions.finishTime(job);
        boolean expired = false;
        if (ttl != null && end != null) {
            var left = Duration.between(now, end.plusSeconds(ttl));
            expired = left.isNegative() || left.isZero();
            checkAgain = expired ? null : left;
        }
        var message = expired ? "has outlived its time to live of " + ttl + " seconds" : "has finished";
        return new JobDecision(
                List.of(),
                List.of(),
                List.of(),
                job.status(),
                tally.release,
                List.of(),
                checkAgain,
                expired,
                root(message));
    }

    private String fail(Job.Condition target) {
        conditions = JobConditions.with(conditions, target);
        stop.addAll(active);
        tally.giveUp(active);
        if (isOver()) {
            var reason = String.valueOf(target.reason());
            var why = String.valueOf(target.message());
            conditions = JobConditions.with(
                    conditions, condition(Job.ConditionType.FAILED, ConditionStatus.TRUE, reason, why));
            events.add(WorkloadEvent.warning(reason, why));
            return "has failed: " + why;
        }
        return "fails: " + target.message() + "; " + active.size() + " pods are stopped";
    }

    /** The completions are there. */
    private boolean isComplete() {
        var completions = job.spec().completions();
        boolean enough = completions == null ? tally.succeeded() > 0 : tally.succeeded() >= completions;
        return enough && active.isEmpty();
    }

    /** Whether the last pod has gone and is counted. */
    private boolean isOver() {
        return active.isEmpty() && terminating == 0 && tally.isSettled();
    }

    /** Pods that still run are not needed any more, and count neither way. */
    private String succeed(Job.Condition criteria) {
        conditions = JobConditions.with(conditions, criteria);
        stop.addAll(active);
        tally.letGo(active);
        if (!isOver()) {
            return "has succeeded; its last pods are being counted";
        }
        conditions = JobConditions.with(
                conditions,
                condition(
                        Job.ConditionType.COMPLETE,
                        ConditionStatus.TRUE,
                        String.valueOf(criteria.reason()),
                        String.valueOf(criteria.message())));
        completionTime = second();
        var completions = job.spec().completions();
        if (completions != null && tally.succeeded() > completions) {
            events.add(WorkloadEvent.warning(
                    "TooManySucceededPods", "Too many succeeded pods running after completion count reached"));
        }
        events.add(WorkloadEvent.normal("Completed", "Job completed"));
        return "is complete";
    }

    private String suspend() {
        abandon.addAll(active);
        var suspended = condition(Job.ConditionType.SUSPENDED, ConditionStatus.TRUE, "JobSuspended", "Job suspended");
        if (changes(suspended)) {
            events.add(WorkloadEvent.normal("Suspended", "Job suspended"));
        }
        return "is suspended; " + active.size() + " pods are stopped";
    }

    private String run() {
        var resumed = condition(Job.ConditionType.SUSPENDED, ConditionStatus.FALSE, "JobResumed", "Job resumed");
        if (changes(resumed)) {
            events.add(WorkloadEvent.normal("Resumed", "Job resumed"));
            startTime = second();
        }
        int wanted = wantedActive();
        var progress = progress(wanted);
        var surplus = surplus(wanted);
        if (!surplus.isEmpty()) {
            abandon.addAll(surplus);
            return progress + ": stops " + surplus.size() + " pods";
        }
        int missing = Math.min(
                JobDecision.BURST, wanted - active.size() - (JobPods.onlyFailedAreReplaced(job) ? terminating : 0));
        if (missing <= 0) {
            return progress;
        }
        var next = NextPods.of(job, missing, active, tally, retries, now);
        create.addAll(next.create());
        var wait = next.delay();
        if (!wait.isZero()) {
            checkAgain = checkAgain == null || wait.compareTo(checkAgain) < 0 ? wait : checkAgain;
            findings.add(Finding.fail(CODE, "", "a failed pod is replaced in " + wait.toSeconds() + " seconds"));
            return progress + ": waits " + wait.toSeconds() + " seconds after a failure";
        }
        return progress + ": creates " + create.size() + " pods";
    }

    private String progress(int wanted) {
        var completions = job.spec().completions();
        return tally.succeeded() + (completions == null ? " completions, " : " of " + completions + " completions, ")
                + active.size() + " of " + wanted + " active";
    }

    private boolean changes(Job.Condition condition) {
        var before = conditions;
        conditions = JobConditions.with(conditions, condition);
        return conditions != before;
    }

    /** Without completions all that parallelism allows until one succeeds; else no more than are still needed. */
    private int wantedActive() {
        int parallelism = job.spec().parallelism() == null ? 1 : job.spec().parallelism();
        var completions = job.spec().completions();
        if (completions == null) {
            return tally.succeeded() > 0 ? active.size() : parallelism;
        }
        return Math.max(0, Math.min(parallelism, completions - tally.succeeded()));
    }

    /** Pods beyond the wanted number; of an Indexed Job first those whose index is taken or needless. */
    private List<Pod> surplus(int wanted) {
        var surplus = new ArrayList<Pod>();
        var rest = new ArrayList<Pod>();
        Set<Integer> seen = new HashSet<>(tally.indexes());
        for (var pod : active) {
            boolean needless = tally.isIndexed() && !isNeeded(JobPods.index(pod), seen);
            (needless ? surplus : rest).add(pod);
        }
        if (rest.size() > wanted) {
            surplus.addAll(PodDeletionOrder.among(List.of(), now).first(rest.size() - wanted, rest));
        }
        return surplus;
    }

    private boolean isNeeded(int index, Set<Integer> seen) {
        var completions = job.spec().completions();
        return index >= 0 && completions != null && index < completions && seen.add(index);
    }

    private JobDecision decision(String message, boolean expired) {
        int ready = 0;
        for (var pod : active) {
            ready += PodAvailability.isReady(pod) ? 1 : 0;
        }
        var status = tally.into(job.status())
                .withFailedIndexes(failedIndexes())
                .withConditions(conditions)
                .withStartTime(startTime)
                .withCompletionTime(completionTime)
                .withActive(active.size() - stop.size() - abandon.size() + create.size())
                .withReady(stop.isEmpty() && abandon.isEmpty() ? ready : 0)
                .withTerminating(terminating);
        return new JobDecision(
                create, abandon, stop, status, tally.release, events, checkAgain, expired, root(message));
    }

    /** Where indexes have retries of their own, a text even if no index has failed. */
    private @Nullable String failedIndexes() {
        if (retries == null) {
            return tally.isIndexed() ? null : job.status().failedIndexes();
        }
        var text = CompletionIndexes.format(retries.failed());
        return text == null ? "" : text;
    }

    private Finding root(String message) {
        return Finding.note(CODE, "job/" + job.metadata().nameOrEmpty(), message)
                .input("succeeded", tally.succeeded())
                .input("failed", tally.failed())
                .input("active", active.size())
                .because(findings);
    }

    private Job.Condition condition(String type, String status, String reason, String message) {
        return JobConditions.of(type, status, reason, message, now);
    }

    private boolean isSuspended() {
        return Boolean.TRUE.equals(job.spec().suspend());
    }

    private Instant second() {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }
}
