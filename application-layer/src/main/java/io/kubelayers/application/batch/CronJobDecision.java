package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a CronJob does now: which Job it starts, which it stops or forgets, and when it is to be looked at again. Upstream
 * source: {@code pkg/controller/cronjob/cronjob_controllerv2.go}.
 *
 * @param status the status; without the Job that is about to be started, which is added when it is there
 * @param start the Job to start; null for none
 * @param scheduled the time the Job is started for; null for none
 * @param replace Jobs to delete before, by name
 * @param forget finished Jobs beyond those kept
 * @param events what to tell
 * @param checkAgainAfter when the next run is due; null if none is
 * @param finding why
 */
public record CronJobDecision(
        CronJob.Status status,
        @Nullable Job start,
        @Nullable Instant scheduled,
        List<String> replace,
        List<Job> forget,
        List<WorkloadEvent> events,
        @Nullable Duration checkAgainAfter,
        Finding finding)
        implements Explained {
    /** Annotation of a Job with the time it was started for. */
    public static final String SCHEDULED_TIME = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    public CronJobDecision {
        replace = List.copyOf(replace);
        forget = List.copyOf(forget);
        events = List.copyOf(events);
    }

    /**
     * Decides.
     *
     * @param jobs the Jobs that the CronJob controls
     */
    public static CronJobDecision of(CronJob cron, List<Job> jobs, Instant now) {
        return new CronJobWork(cron, jobs, now).decide();
    }

    /** The Job of a scheduled time: its name tells the minute. */
    static Job job(CronJob cron, Instant scheduled) {
        var template = cron.spec().jobTemplate();
        var annotations = new TreeMap<>(template.metadata().annotations());
        annotations.put(SCHEDULED_TIME, told(scheduled, zone(cron)));
        return JobBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(jobName(cron, scheduled))
                        .namespace(cron.metadata().namespace())
                        .labels(template.metadata().labels())
                        .annotations(annotations)
                        .ownerReferences(List.of(ControllerRef.to("batch/v1", "CronJob", cron.metadata())))
                        .build())
                .spec(template.spec())
                .build();
    }

    static String jobName(CronJob cron, Instant scheduled) {
        return cron.metadata().nameOrEmpty() + "-" + Math.floorDiv(scheduled.getEpochSecond(), 60);
    }

    private static ZoneId zone(CronJob cron) {
        var zone = cron.spec().timeZone();
        return zone == null ? ZoneOffset.UTC : TimeZones.of(zone);
    }

    private static String told(Instant time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone).toOffsetDateTime());
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
