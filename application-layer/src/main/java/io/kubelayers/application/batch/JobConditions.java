package io.kubelayers.application.batch;

import io.kubelayers.nucleus.core.ConditionStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a Job and the reasons upstream gives for them. */
public final class JobConditions {
    /** More pods failed than backoffLimit allows. */
    public static final String BACKOFF_LIMIT_EXCEEDED = "BackoffLimitExceeded";
    /** The Job took longer than activeDeadlineSeconds. */
    public static final String DEADLINE_EXCEEDED = "DeadlineExceeded";
    /** A rule of the pod failure policy failed the Job. */
    public static final String POD_FAILURE_POLICY = "PodFailurePolicy";
    /** More indexes failed than maxFailedIndexes allows. */
    public static final String MAX_FAILED_INDEXES_EXCEEDED = "MaxFailedIndexesExceeded";
    /** All indexes have ended, and some have used up their retries. */
    public static final String FAILED_INDEXES = "FailedIndexes";
    /** A rule of the success policy is met. */
    public static final String SUCCESS_POLICY = "SuccessPolicy";
    /** Enough pods succeeded. */
    public static final String COMPLETIONS_REACHED = "CompletionsReached";

    private JobConditions() {}

    /** The condition of that type that holds, or null. */
    static Job.@Nullable Condition holding(List<Job.Condition> conditions, String type) {
        for (var condition : conditions) {
            if (condition.type().equals(type) && condition.status().equals(ConditionStatus.TRUE)) {
                return condition;
            }
        }
        return null;
    }

    /** Whether the Job has succeeded or failed for good. */
    public static boolean isFinished(Job job) {
        return finishTime(job) != null
                || holding(job.status().conditions(), Job.ConditionType.COMPLETE) != null
                || holding(job.status().conditions(), Job.ConditionType.FAILED) != null;
    }

    /** When it did; null if it has not. */
    static @Nullable Instant finishTime(Job job) {
        var conditions = job.status().conditions();
        var complete = holding(conditions, Job.ConditionType.COMPLETE);
        var end = complete == null ? holding(conditions, Job.ConditionType.FAILED) : complete;
        return end == null ? null : end.lastTransitionTime();
    }

    static Job.Condition of(String type, String status, String reason, String message, Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Job.Condition(type, status, second, second, reason, message);
    }

    /** The conditions with this one; a status that is the same already, or False without ever having been True, is left. */
    static List<Job.Condition> with(List<Job.Condition> conditions, Job.Condition condition) {
        var copy = new ArrayList<>(conditions);
        for (int i = 0; i < copy.size(); i++) {
            if (copy.get(i).type().equals(condition.type())) {
                if (copy.get(i).status().equals(condition.status())) {
                    return conditions;
                }
                copy.set(i, condition);
                return copy;
            }
        }
        if (!condition.status().equals(ConditionStatus.TRUE)) {
            return conditions;
        }
        copy.add(condition);
        return copy;
    }
}
