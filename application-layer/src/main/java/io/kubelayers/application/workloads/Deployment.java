package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "apps",
    version = "v1",
    plural = "deployments",
    shortNames = "deploy",
    categories = "all",
    subresources = {
        @Subresource(name = "scale", verbs = {"get", "patch", "update"}, kind = "Scale"),
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
public record Deployment(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param replicas TODO-DOC
     * @param selector TODO-DOC
     * @param template TODO-DOC
     * @param strategy TODO-DOC
     * @param minReadySeconds TODO-DOC
     * @param revisionHistoryLimit TODO-DOC
     * @param paused TODO-DOC
     * @param progressDeadlineSeconds TODO-DOC
     */
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
        public static final Spec EMPTY = new Spec(null, null, null, null, 0, null, false, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
            strategy = Absent.or(strategy, Strategy.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param rollingUpdate TODO-DOC
     */
    @RecordBuilder
    public record Strategy(
        @EnumValues(StrategyType.class) @Pb(1) @Nullable String type,
        @Pb(2) @Nullable RollingUpdateDeployment rollingUpdate)
        implements DeploymentStrategyBuilder.With {
        /** The value of a field that was not set. */
        public static final Strategy EMPTY = new Strategy(null, null);

        public Strategy {
            type = Absent.optional(type);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param maxUnavailable TODO-DOC
     * @param maxSurge TODO-DOC
     */
    @RecordBuilder
    public record RollingUpdateDeployment(
        @Pb(1) @Nullable IntOrString maxUnavailable,
        @Pb(2) @Nullable IntOrString maxSurge)
        implements DeploymentRollingUpdateDeploymentBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param observedGeneration TODO-DOC
     * @param replicas TODO-DOC
     * @param updatedReplicas TODO-DOC
     * @param readyReplicas TODO-DOC
     * @param availableReplicas TODO-DOC
     * @param unavailableReplicas TODO-DOC
     * @param terminatingReplicas TODO-DOC
     * @param conditions TODO-DOC
     * @param collisionCount TODO-DOC
     */
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
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, 0, null, null, null);

        public Status {
            conditions = Absent.list(conditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     * @param lastUpdateTime TODO-DOC
     * @param lastTransitionTime TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
    @RecordBuilder
    public record Condition(
        @Required @EnumValues(value = ConditionType.class, closed = false) @Pb(1) String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Pb(6) @Nullable Instant lastUpdateTime,
        @Pb(7) @Nullable Instant lastTransitionTime,
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
    public static final class StrategyType {
        public static final String RECREATE = "Recreate";
        public static final String ROLLING_UPDATE = "RollingUpdate";

        private StrategyType() {}
    }

    /** The values of {@code DeploymentConditionType} known upstream; others may occur. */
    public static final class ConditionType {
        public static final String AVAILABLE = "Available";
        public static final String PROGRESSING = "Progressing";
        public static final String REPLICA_FAILURE = "ReplicaFailure";

        private ConditionType() {}
    }
}
