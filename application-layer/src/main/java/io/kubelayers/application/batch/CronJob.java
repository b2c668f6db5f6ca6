package io.kubelayers.application.batch;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts Jobs on a repeating schedule.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted schedule and Job template.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "batch",
        version = "v1",
        plural = "cronjobs",
        shortNames = "cj",
        categories = "all",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Schedule"),
            @Column(name = "Timezone"),
            @Column(name = "Suspend", type = "boolean"),
            @Column(name = "Active", type = "integer"),
            @Column(name = "Last Schedule"),
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record CronJob(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, CronJobBuilder.With {
    public CronJob {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public CronJob withMetadata(ObjectMeta metadata) {
        return CronJobBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Template from which a CronJob makes its Jobs.
     *
     * @param metadata Labels and annotations each Job gets.
     * @param spec Desired run of each Job.
     */
    @RecordBuilder
    public record JobTemplateSpec(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) JobSpec spec)
            implements CronJobJobTemplateSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final JobTemplateSpec EMPTY = new JobTemplateSpec(null, null);

        public JobTemplateSpec {
            metadata = Absent.or(metadata, ObjectMeta.EMPTY);
            spec = Absent.or(spec, JobSpec.EMPTY);
        }
    }

    /**
     * Desired behaviour of a CronJob: when to start Jobs and which.
     *
     * @param schedule Five-field cron expression, or a named shorthand for hourly, daily and the like.
     * @param timeZone IANA zone name for the schedule; null uses the zone of the controller.
     * @param startingDeadlineSeconds Seconds a missed start may be late and still happen; null sets no limit.
     * @param concurrencyPolicy When the last Job still runs: Allow another, Forbid it or Replace the old; empty
     *     means Allow.
     * @param suspend True skips further starts, running Jobs go on; null is read as false.
     * @param jobTemplate Template each Job is made from.
     * @param successfulJobsHistoryLimit Succeeded Jobs to keep; null is read as 3.
     * @param failedJobsHistoryLimit Failed Jobs to keep; null is read as 1.
     */
    @TypeName("CronJobSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) String schedule,
            @Pb(8) @Nullable String timeZone,
            @Pb(2) @Nullable Long startingDeadlineSeconds,
            @EnumValues(ConcurrencyPolicy.class) @Pb(3) @Nullable String concurrencyPolicy,
            @Pb(4) @Nullable Boolean suspend,
            @Required @Pb(5) JobTemplateSpec jobTemplate,
            @Pb(6) @Nullable Integer successfulJobsHistoryLimit,
            @Pb(7) @Nullable Integer failedJobsHistoryLimit)
            implements CronJobSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);

        public Spec {
            schedule = Absent.text(schedule);
            concurrencyPolicy = Absent.optional(concurrencyPolicy);
            jobTemplate = Absent.or(jobTemplate, JobTemplateSpec.EMPTY);
        }
    }

    /**
     * Observed state of a CronJob.
     *
     * @param active References to Jobs running now.
     * @param lastScheduleTime Scheduled time of the last started Job; null if none was started.
     * @param lastSuccessfulTime When a Job last succeeded; null if none did.
     */
    @TypeName("CronJobStatus")
    @RecordBuilder
    public record Status(
            @Atomic @Pb(1) List<ObjectReference> active,
            @Pb(4) @Nullable Instant lastScheduleTime,
            @Pb(5) @Nullable Instant lastSuccessfulTime)
            implements CronJobStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null);

        public Status {
            active = Absent.list(active);
        }
    }

    /** The values of {@code ConcurrencyPolicy}. */
    public static final class ConcurrencyPolicy {
        public static final String ALLOW = "Allow";
        public static final String FORBID = "Forbid";
        public static final String REPLACE = "Replace";

        private ConcurrencyPolicy() {}
    }
}
