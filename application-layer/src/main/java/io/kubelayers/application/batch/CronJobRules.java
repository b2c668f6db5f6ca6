package io.kubelayers.application.batch;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.application.workloads.TemplateChecks;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of CronJobs ({@code pkg/apis/batch/v1/defaults.go}, {@code validation.go}). */
public final class CronJobRules implements KindRules<CronJob> {
    private static final FieldPath SCHEDULE = SPEC.child("schedule");
    private static final FieldPath TIME_ZONE = SPEC.child("timeZone");
    private static final FieldPath JOB_SPEC = SPEC.child("jobTemplate", "spec");
    private static final List<String> CONCURRENCY = List.of(
            CronJob.ConcurrencyPolicy.ALLOW, CronJob.ConcurrencyPolicy.FORBID, CronJob.ConcurrencyPolicy.REPLACE);
    private static final Pattern ZONE_PART = Pattern.compile("[A-Za-z._0-9+-]{1,14}");

    /** Jobs add eleven characters to the name, and have names of at most 63. */
    private static final int LONGEST_NAME = 52;

    @Override
    public Class<CronJob> type() {
        return CronJob.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public CronJob defaulted(CronJob cron) {
        var spec = cron.spec();
        return cron.withSpec(spec.withConcurrencyPolicy(
                        spec.concurrencyPolicy() == null ? CronJob.ConcurrencyPolicy.ALLOW : spec.concurrencyPolicy())
                .withSuspend(spec.suspend() != null && spec.suspend())
                .withSuccessfulJobsHistoryLimit(
                        spec.successfulJobsHistoryLimit() == null ? 3 : spec.successfulJobsHistoryLimit())
                .withFailedJobsHistoryLimit(spec.failedJobsHistoryLimit() == null ? 1 : spec.failedJobsHistoryLimit()));
    }

    @Override
    public List<FieldError> validate(CronJob cron) {
        var errors = new FieldErrors();
        check(cron.spec(), null, errors);
        var name = cron.metadata().nameOrEmpty();
        if (name.length() > LONGEST_NAME) {
            errors.invalid(
                    FieldPath.of("metadata", "name"), name, "must be no more than " + LONGEST_NAME + " characters");
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(CronJob cron, CronJob old) {
        var errors = new FieldErrors();
        check(cron.spec(), old.spec(), errors);
        return errors.list();
    }

    private static void check(CronJob.Spec spec, CronJob.@Nullable Spec old, FieldErrors errors) {
        if (errors.given(SCHEDULE, spec.schedule())) {
            schedule(spec, old != null && old.schedule().contains("TZ"), errors);
        }
        errors.nonNegative(SPEC.child("startingDeadlineSeconds"), spec.startingDeadlineSeconds());
        if (spec.timeZone() != null && (old == null || !Objects.equals(old.timeZone(), spec.timeZone()))) {
            timeZone(spec.timeZone(), errors);
        }
        errors.requiredOneOf(SPEC.child("concurrencyPolicy"), spec.concurrencyPolicy(), CONCURRENCY);
        jobTemplate(spec.jobTemplate().spec(), errors);
        errors.nonNegative(SPEC.child("successfulJobsHistoryLimit"), spec.successfulJobsHistoryLimit());
        errors.nonNegative(SPEC.child("failedJobsHistoryLimit"), spec.failedJobsHistoryLimit());
    }

    /** A zone inside the schedule was possible once; such a CronJob may keep it. */
    private static void schedule(CronJob.Spec spec, boolean hadZone, FieldErrors errors) {
        var schedule = spec.schedule();
        CronSyntax.complaint(schedule).ifPresent(why -> errors.invalid(SCHEDULE, schedule, why));
        if (!schedule.contains("TZ")) {
            return;
        }
        if (!hadZone) {
            errors.invalid(SCHEDULE, schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        } else if (spec.timeZone() != null) {
            errors.invalid(SCHEDULE, schedule, "cannot use both timeZone field and TZ or CRON_TZ in schedule");
        }
    }

    private static void timeZone(String zone, FieldErrors errors) {
        if (zone.isEmpty()) {
            errors.invalid(TIME_ZONE, zone, "timeZone must be nil or non-empty string");
            return;
        }
        for (var part : zone.split("/", -1)) {
            if (part.equals(".")
                    || part.equals("..")
                    || part.startsWith("-")
                    || !ZONE_PART.matcher(part).matches()) {
                errors.invalid(TIME_ZONE, zone, "unknown time zone " + zone);
                return;
            }
        }
        if (zone.toLowerCase(Locale.ROOT).equals("local")) {
            errors.invalid(
                    TIME_ZONE,
                    zone,
                    "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        TimeZones.complaint(zone).ifPresent(why -> errors.invalid(TIME_ZONE, zone, why));
    }

    private static void jobTemplate(JobSpec spec, FieldErrors errors) {
        JobSpecChecks.check(JOB_SPEC, spec, errors);
        if (spec.selector() != null) {
            errors.invalid(JOB_SPEC.child("selector"), spec.selector(), "`selector` will be auto-generated");
        }
        if (Boolean.TRUE.equals(spec.manualSelector())) {
            errors.notSupported(JOB_SPEC.child("manualSelector"), true, List.of("nil", "false"));
        }
    }

    @Override
    public List<String> warnings(CronJob cron, @Nullable CronJob old) {
        var warnings = new ArrayList<String>();
        if (old == null) {
            warnings.addAll(TemplateChecks.nameWarnings(cron.metadata().nameOrEmpty()));
        }
        if (old == null || cron.metadata().generation() != old.metadata().generation()) {
            warnings.addAll(
                    JobSpecChecks.warnings(JOB_SPEC, cron.spec().jobTemplate().spec()));
        }
        if (old != null && cron.spec().schedule().contains("TZ")) {
            warnings.add("cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see"
                    + " https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details");
        }
        return warnings;
    }
}
