package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a set of identical pods running and rolls out new versions of them through ReplicaSets.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted state.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "apps",
        version = "v1",
        plural = "deployments",
        shortNames = "deploy",
        categories = "all",
        subresources = {
            @Subresource(
                    name = "scale",
                    verbs = {"get", "patch", "update"},
                    kind = "Scale"),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Ready"),
            @Column(name = "Up-to-date"),
            @Column(name = "Available"),
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record Deployment(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, DeploymentBuilder.With {
    public Deployment {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Deployment withMetadata(ObjectMeta metadata) {
        return DeploymentBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired state of a Deployment: how many pods, of which template, and how to replace old ones.
     *
     * @param replicas Wanted number of pods; null is read as 1.
     * @param selector Labels that tell which pods belong here; must match the template, cannot change.
     * @param template Template each pod is made from; its restart policy must be Always.
     * @param strategy How old pods give way to new ones.
     * @param minReadySeconds Seconds a new pod must stay ready before it counts as available; 0 counts it at once.
     * @param revisionHistoryLimit Old ReplicaSets kept for rollback; null is read as 10.
     * @param paused True stops rollouts of template changes; scaling still works.
     * @param progressDeadlineSeconds Seconds without progress before a rollout counts as failed; null is read as
     *     600.
     */
    @TypeName("DeploymentSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable Integer replicas,
            @Required @Pb(2) @Nullable LabelSelector selector,
            @Required @Pb(3) PodTemplateSpec template,
            @Written @PatchStrategy("retainKeys") @Pb(4) Strategy strategy,
            @Pb(5) int minReadySeconds,
            @Pb(6) @Nullable Integer revisionHistoryLimit,
            @Pb(7) boolean paused,
            @Pb(9) @Nullable Integer progressDeadlineSeconds)
            implements DeploymentSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, 0, null, false, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
            strategy = Absent.or(strategy, Strategy.EMPTY);
        }
    }

    /**
     * How a Deployment replaces old pods by new ones.
     *
     * @param type Recreate stops all old pods first, RollingUpdate swaps step by step; empty means RollingUpdate.
     * @param rollingUpdate Settings for RollingUpdate; not allowed with Recreate.
     */
    @TypeName("DeploymentStrategy")
    @RecordBuilder
    public record Strategy(
            @EnumValues(StrategyType.class) @Pb(1) @Nullable String type,
            @Pb(2) @Nullable RollingUpdateDeployment rollingUpdate)
            implements DeploymentStrategyBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Strategy EMPTY = new Strategy(null, null);

        public Strategy {
            type = Absent.optional(type);
        }
    }

    /**
     * Limits of a rolling update of a Deployment; the two must not both be 0.
     *
     * @param maxUnavailable Pods that may be missing, a number or percent of replicas rounded down; null means 25%.
     * @param maxSurge Pods that may be added on top, a number or percent of replicas rounded up; null means 25%.
     */
    @RecordBuilder
    public record RollingUpdateDeployment(
            @Pb(1) @Nullable IntOrString maxUnavailable, @Pb(2) @Nullable IntOrString maxSurge)
            implements DeploymentRollingUpdateDeploymentBuilder.With {}

    /**
     * Observed state of a Deployment.
     *
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param replicas Pods matched by the selector that are not being deleted.
     * @param updatedReplicas Pods made from the present template.
     * @param readyReplicas Pods that are ready.
     * @param availableReplicas Pods that have been ready for at least minReadySeconds.
     * @param unavailableReplicas Pods still needed until the wanted number is available.
     * @param terminatingReplicas Pods on their way out; null if the server does not track them.
     * @param conditions Latest conditions, one a type.
     * @param collisionCount Hash collisions seen while naming ReplicaSets; null means none.
     */
    @TypeName("DeploymentStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) long observedGeneration,
            @Pb(2) int replicas,
            @Pb(3) int updatedReplicas,
            @Pb(7) int readyReplicas,
            @Pb(4) int availableReplicas,
            @Pb(5) int unavailableReplicas,
            @FeatureGate("DeploymentReplicaSetTerminatingReplicas") @Pb(9) @Nullable Integer terminatingReplicas,
            @ListMap("type") @MergeKey("type") @Pb(6) List<Condition> conditions,
            @Pb(8) @Nullable Integer collisionCount)
            implements DeploymentStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, 0, null, null, null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a Deployment.
     *
     * @param type Name of the aspect: Available, Progressing or ReplicaFailure.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastUpdateTime When the condition was last written.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("DeploymentCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(6) @Nullable Instant lastUpdateTime,
            @Written @Pb(7) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements DeploymentConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code DeploymentStrategyType}. */
    @TypeName("DeploymentStrategyType")
    public static final class StrategyType {
        public static final String RECREATE = "Recreate";
        public static final String ROLLING_UPDATE = "RollingUpdate";

        private StrategyType() {}
    }

    /** The values of {@code DeploymentConditionType} known upstream; others may occur. */
    @TypeName("DeploymentConditionType")
    public static final class ConditionType {
        public static final String AVAILABLE = "Available";
        public static final String PROGRESSING = "Progressing";
        public static final String REPLICA_FAILURE = "ReplicaFailure";

        private ConditionType() {}
    }
}
