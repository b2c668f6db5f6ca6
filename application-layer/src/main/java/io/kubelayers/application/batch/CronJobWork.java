package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The work sheet of one {@link CronJobDecision}. */
final class CronJobWork {
    private static final String CODE = "CronJob";
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CronJob cron;
    private final List<Job> jobs;
    private final Instant now;
    private final List<WorkloadEvent> events = new ArrayList<>();
    private final List<String> replace = new ArrayList<>();
    private List<ObjectReference> active;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant scheduled;
    private @Nullable Duration next;

    CronJobWork(CronJob cron, List<Job> jobs, Instant now) {
        this.cron = cron;
        this.jobs = jobs;
        this.now = now;
        this.active = new ArrayList<>(cron.status().active());
        this.lastSuccess = cron.status().lastSuccessfulTime();
    }

    CronJobDecision decide() {
        noteWhatEnded();
        var why = run();
        var forget = forget();
        var status = cron.status().withActive(active).withLastSuccessfulTime(lastSuccess);
        var finding = Finding.note(CODE, "cronjob/" + cron.metadata().nameOrEmpty(), why);
        var start = scheduled == null ? null : CronJobDecision.job(cron, scheduled);
        return new CronJobDecision(status, start, scheduled, replace, forget, events, next, finding);
    }

    private void noteWhatEnded() {
        for (var job : jobs) {
            boolean finished = JobConditions.isFinished(job);
            boolean listed = isActive(job);
            if (!listed && !finished) {
                warn("UnexpectedJob", "Saw a job that the controller did not create or forgot: " + name(job));
            } else if (listed && finished) {
                deactivate(job);
                tell("SawCompletedJob", "Saw completed job: " + name(job) + ", condition: " + condition(job));
            }
            var completed = job.status().completionTime();
            if (isSuccess(job) && completed != null && (lastSuccess == null || completed.isAfter(lastSuccess))) {
                lastSuccess = completed;
            }
        }
        for (var reference : List.copyOf(active)) {
            if (jobs.stream()
                    .noneMatch(job -> String.valueOf(job.metadata().uid()).equals(reference.uid()))) {
                active.remove(reference);
                tell("MissingJob", "Active job went missing: " + reference.name());
            }
        }
    }

    /** Sets what is to be started, and says why. */
    private String run() {
        if (cron.metadata().isBeingDeleted()) {
            return "it is being deleted";
        }
        CronSchedule schedule;
        try {
            var zone = cron.spec().timeZone();
            if (zone != null && TimeZones.complaint(zone).isPresent()) {
                warn(
                        "UnknownTimeZone",
                        "invalid timeZone: \"" + zone + "\": "
                                + TimeZones.complaint(zone).get());
                return "its time zone is unknown";
            }
            if (Boolean.TRUE.equals(cron.spec().suspend())) {
                return "it is suspended";
            }
            schedule = CronSchedule.of(cron.spec());
        } catch (IllegalArgumentException unreadable) {
            warn(
                    "UnparseableSchedule",
                    "unparseable schedule: \"" + cron.spec().schedule() + "\" : " + unreadable.getMessage());
            return "its schedule can't be read";
        }
        if (schedule.next(now)
                .isEmpty()) { // such as the 31st of February; the words are those of upstream's arithmetic
            warn(
                    "InvalidSchedule",
                    "invalid schedule: " + cron.spec().schedule()
                            + " : time difference between two schedules is less than 1 second");
            return "its schedule has no time";
        }
        var missed = MissedRuns.of(cron, schedule, now, true);
        if (missed.tooMany()) {
            warn(
                    "TooManyMissedTimes",
                    "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew");
        }
        next = untilNext(schedule);
        var due = missed.newest();
        return due == null ? "no run is due" : start(due);
    }

    private String start(Instant due) {
        var deadline = cron.spec().startingDeadlineSeconds();
        if (deadline != null && due.plusSeconds(deadline).isBefore(now)) {
            warn("MissSchedule", "Missed scheduled time to start a job: " + RFC_1123.format(due));
            return "it is too late for the run of " + due;
        }
        var name = CronJobDecision.jobName(cron, due);
        if (due.equals(cron.status().lastScheduleTime())
                || active.stream().anyMatch(reference -> name.equals(reference.name()))) {
            return "the run of " + due + " has been started";
        }
        var policy = cron.spec().concurrencyPolicy();
        if (CronJob.ConcurrencyPolicy.FORBID.equals(policy) && !active.isEmpty()) {
            tell(
                    "JobAlreadyActive",
                    "Not starting job because prior execution is running and concurrency policy is Forbid");
            return "another run is still active";
        }
        if (CronJob.ConcurrencyPolicy.REPLACE.equals(policy)) {
            for (var reference : active) {
                replace.add(String.valueOf(reference.name()));
                tell("SuccessfulDelete", "Deleted job " + reference.name());
            }
            active = new ArrayList<>();
        }
        scheduled = due;
        return "the run of " + due + " is due";
    }

    /** From the newest time that has come, so that a run that was put off does not put off the next. */
    private @Nullable Duration untilNext(CronSchedule schedule) {
        var newest = MissedRuns.of(cron, schedule, now, false).newest();
        var last = cron.status().lastScheduleTime();
        var from = newest != null ? newest : last != null ? last : now;
        return schedule.next(from).map(time -> Duration.between(now, time)).orElse(null);
    }

    /** The oldest finished Jobs beyond the number that is kept, succeeded and failed ones apart. */
    private List<Job> forget() {
        var succeeded = new ArrayList<Job>();
        var failed = new ArrayList<Job>();
        for (var job : jobs) {
            if (JobConditions.isFinished(job)) {
                (isSuccess(job) ? succeeded : failed).add(job);
            }
        }
        var forget = new ArrayList<Job>();
        oldest(succeeded, cron.spec().successfulJobsHistoryLimit(), forget);
        oldest(failed, cron.spec().failedJobsHistoryLimit(), forget);
        for (var job : forget) {
            deactivate(job);
            tell("SuccessfulDelete", "Deleted job " + name(job));
        }
        return forget;
    }

    private static void oldest(List<Job> finished, @Nullable Integer kept, List<Job> forget) {
        if (kept == null || finished.size() <= kept) {
            return;
        }
        finished.sort(Comparator.comparing(
                        (Job job) -> job.status().startTime(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CronJobWork::name));
        forget.addAll(finished.subList(0, finished.size() - kept));
    }

    private boolean isActive(Job job) {
        return active.stream().anyMatch(reference -> String.valueOf(reference.uid())
                .equals(job.metadata().uid()));
    }

    private void deactivate(Job job) {
        active.removeIf(reference ->
                String.valueOf(reference.uid()).equals(job.metadata().uid()));
    }

    private static boolean isSuccess(Job job) {
        return JobConditions.holding(job.status().conditions(), Job.ConditionType.COMPLETE) != null;
    }

    private static String condition(Job job) {
        return isSuccess(job) ? Job.ConditionType.COMPLETE : Job.ConditionType.FAILED;
    }

    private static String name(KubernetesObject object) {
        return object.metadata().nameOrEmpty();
    }

    private void tell(String reason, String message) {
        events.add(WorkloadEvent.normal(reason, message));
    }

    private void warn(String reason, String message) {
        events.add(WorkloadEvent.warning(reason, message));
    }
}
