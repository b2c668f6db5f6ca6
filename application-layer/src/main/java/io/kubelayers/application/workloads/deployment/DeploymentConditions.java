package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conditions of a Deployment: reasons as upstream names them, and the rules by which one replaces another. */
public final class DeploymentConditions {
    /** One of the sets was changed by the rollout. */
    public static final String REPLICA_SET_UPDATED = "ReplicaSetUpdated";
    /** The new set could not be created. */
    public static final String REPLICA_SET_CREATE_ERROR = "ReplicaSetCreateError";
    /** The new set was created. */
    public static final String NEW_REPLICA_SET_CREATED = "NewReplicaSetCreated";
    /** A set of the present template was there already. */
    public static final String FOUND_NEW_REPLICA_SET = "FoundNewReplicaSet";
    /** The rollout is complete. */
    public static final String NEW_REPLICA_SET_AVAILABLE = "NewReplicaSetAvailable";
    /** No progress within progressDeadlineSeconds. */
    public static final String PROGRESS_DEADLINE_EXCEEDED = "ProgressDeadlineExceeded";
    /** The deployment is paused. */
    public static final String DEPLOYMENT_PAUSED = "DeploymentPaused";
    /** The deployment goes on after a pause. */
    public static final String DEPLOYMENT_RESUMED = "DeploymentResumed";
    /** Enough pods are available. */
    public static final String MINIMUM_REPLICAS_AVAILABLE = "MinimumReplicasAvailable";
    /** Too few pods are available. */
    public static final String MINIMUM_REPLICAS_UNAVAILABLE = "MinimumReplicasUnavailable";

    private DeploymentConditions() {}

    static Deployment.Condition condition(String type, String status, String reason, String message, Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Deployment.Condition(type, status, second, second, reason, message);
    }

    /** The condition of that type, or null. */
    public static Deployment.@Nullable Condition find(Deployment.Status status, String type) {
        for (var condition : status.conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    /**
     * The status with the condition; one of equal status and reason stays as it is, and the transition time only moves
     * with the status.
     */
    static Deployment.Status with(Deployment.Status status, Deployment.Condition condition) {
        var present = find(status, condition.type());
        if (present == null) {
            return replaced(status, condition);
        }
        boolean sameStatus = present.status().equals(condition.status());
        if (sameStatus && Objects.equals(present.reason(), condition.reason())) {
            return status;
        }
        return replaced(
                status, sameStatus ? condition.withLastTransitionTime(present.lastTransitionTime()) : condition);
    }

    /** The status without conditions of that type. */
    static Deployment.Status without(Deployment.Status status, String type) {
        var kept = others(status, type);
        return kept.size() == status.conditions().size() ? status : status.withConditions(kept);
    }

    private static Deployment.Status replaced(Deployment.Status status, Deployment.Condition condition) {
        var conditions = others(status, condition.type());
        conditions.add(condition);
        return status.withConditions(conditions);
    }

    private static List<Deployment.Condition> others(Deployment.Status status, String type) {
        var others = new ArrayList<Deployment.Condition>();
        for (var condition : status.conditions()) {
            if (!condition.type().equals(type)) {
                others.add(condition);
            }
        }
        return others;
    }
}
