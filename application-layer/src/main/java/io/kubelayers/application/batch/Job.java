package io.kubelayers.application.batch;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs pods until a given number of them has succeeded.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted run.
 * @param status Progress last observed by the controller.
 */
@Kind(
        group = "batch",
        version = "v1",
        plural = "jobs",
        categories = "all",
        fieldSelectors = "status.successful",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Status"),
            @Column(name = "Completions"),
            @Column(name = "Duration"),
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record Job(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) JobSpec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, JobBuilder.With {
    public Job {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, JobSpec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Job withMetadata(ObjectMeta metadata) {
        return JobBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Observed progress of a Job.
     *
     * @param conditions Latest conditions; Complete or Failed being True means the Job has ended.
     * @param startTime When the controller began the work; reset when a suspended Job resumes.
     * @param completionTime When the Job succeeded; null otherwise.
     * @param active Pods pending or running that are not being deleted.
     * @param succeeded Pods that ended with success.
     * @param failed Pods that ended with failure.
     * @param terminating Pods being deleted but still running; null if the server does not track them.
     * @param completedIndexes Indexes that succeeded, as ranges like 1,3-5; empty if none or not Indexed.
     * @param failedIndexes Indexes that used up their retries, as ranges like 1,3-5; null without
     *     backoffLimitPerIndex.
     * @param uncountedTerminatedPods Ended pods not yet added to the counters; null if none.
     * @param ready Active pods that are ready; null if unknown.
     */
    @TypeName("JobStatus")
    @RecordBuilder
    public record Status(
            @Atomic @MergeKey("type") @Pb(1) List<Condition> conditions,
            @Immutable("while-unsuspended") @Pb(2) @Nullable Instant startTime,
            @Immutable("once-set") @Pb(3) @Nullable Instant completionTime,
            @Pb(4) int active,
            @Pb(5) int succeeded,
            @Pb(6) int failed,
            @FeatureGate("JobPodReplacementPolicy") @Pb(11) @Nullable Integer terminating,
            @Pb(7) @Nullable String completedIndexes,
            @Pb(10) @Nullable String failedIndexes,
            @Pb(8) @Nullable UncountedTerminatedPods uncountedTerminatedPods,
            @Pb(9) @Nullable Integer ready)
            implements JobStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null, null, 0, 0, 0, null, null, null, null, null);

        public Status {
            conditions = Absent.list(conditions);
            completedIndexes = Absent.optional(completedIndexes);
        }
    }

    /**
     * Ended pods of a Job that are not yet added to its counters, so none is lost or counted twice.
     *
     * @param succeeded Unique identifiers of succeeded pods.
     * @param failed Unique identifiers of failed pods.
     */
    @RecordBuilder
    public record UncountedTerminatedPods(@ListSet @Pb(1) List<String> succeeded, @ListSet @Pb(2) List<String> failed)
            implements JobUncountedTerminatedPodsBuilder.With {
        public UncountedTerminatedPods {
            succeeded = Absent.list(succeeded);
            failed = Absent.list(failed);
        }
    }

    /**
     * One observed aspect of a Job.
     *
     * @param type Suspended, Complete, Failed, FailureTarget or SuccessCriteriaMet.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastProbeTime When the condition was last checked.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("JobCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastProbeTime,
            @Written @Pb(4) @Nullable Instant lastTransitionTime,
            @Pb(5) @Nullable String reason,
            @Pb(6) @Nullable String message)
            implements JobConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code JobConditionType} known upstream; others may occur. */
    @TypeName("JobConditionType")
    public static final class ConditionType {
        public static final String SUSPENDED = "Suspended";
        public static final String COMPLETE = "Complete";
        public static final String FAILED = "Failed";
        public static final String FAILURE_TARGET = "FailureTarget";
        public static final String SUCCESS_CRITERIA_MET = "SuccessCriteriaMet";

        private ConditionType() {}
    }
}
