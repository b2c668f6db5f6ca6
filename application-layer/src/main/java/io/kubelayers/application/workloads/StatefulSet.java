package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
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
    plural = "statefulsets",
    shortNames = "sts",
    categories = "all",
    subresources = {
        @Subresource(name = "scale", verbs = {"get", "patch", "update"}, kind = "Scale"),
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Ready"),
        @Column(name = "Age"),
        @Column(name = "Containers", priority = 1),
        @Column(name = "Images", priority = 1)
    })
@RecordBuilder
public record StatefulSet(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, StatefulSetBuilder.With {
    public StatefulSet {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public StatefulSet withMetadata(ObjectMeta metadata) {
        return StatefulSetBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param rollingUpdate TODO-DOC
     */
    @RecordBuilder
    public record UpdateStrategy(
        @EnumValues(UpdateStrategyType.class) @Pb(1) @Nullable String type,
        @Pb(2) @Nullable RollingUpdateStatefulSetStrategy rollingUpdate)
        implements StatefulSetUpdateStrategyBuilder.With {
        /** The value of a field that was not set. */
        public static final UpdateStrategy EMPTY = new UpdateStrategy(null, null);

        public UpdateStrategy {
            type = Absent.optional(type);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param partition TODO-DOC
     * @param maxUnavailable TODO-DOC
     */
    @RecordBuilder
    public record RollingUpdateStatefulSetStrategy(
        @Pb(1) @Nullable Integer partition,
        @FeatureGate("MaxUnavailableStatefulSet") @Pb(2) @Nullable IntOrString maxUnavailable)
        implements StatefulSetRollingUpdateStatefulSetStrategyBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param whenDeleted TODO-DOC
     * @param whenScaled TODO-DOC
     */
    @RecordBuilder
    public record PersistentVolumeClaimRetentionPolicy(
        @EnumValues(value = PersistentVolumeClaimRetentionPolicyType.class, closed = false) @Pb(1) @Nullable String whenDeleted,
        @EnumValues(value = PersistentVolumeClaimRetentionPolicyType.class, closed = false) @Pb(2) @Nullable String whenScaled)
        implements StatefulSetPersistentVolumeClaimRetentionPolicyBuilder.With {
        public PersistentVolumeClaimRetentionPolicy {
            whenDeleted = Absent.optional(whenDeleted);
            whenScaled = Absent.optional(whenScaled);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param start TODO-DOC
     */
    @RecordBuilder
    public record Ordinals(
        @Written @Pb(1) int start)
        implements StatefulSetOrdinalsBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param replicas TODO-DOC
     * @param selector TODO-DOC
     * @param template TODO-DOC
     * @param volumeClaimTemplates TODO-DOC
     * @param serviceName TODO-DOC
     * @param podManagementPolicy TODO-DOC
     * @param updateStrategy TODO-DOC
     * @param revisionHistoryLimit TODO-DOC
     * @param minReadySeconds TODO-DOC
     * @param persistentVolumeClaimRetentionPolicy TODO-DOC
     * @param ordinals TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable Integer replicas,
        @Required @Pb(2) @Nullable LabelSelector selector,
        @Required @Pb(3) PodTemplateSpec template,
        @Atomic @Pb(4) List<PersistentVolumeClaim> volumeClaimTemplates,
        @Written @Pb(5) String serviceName,
        @EnumValues(PodManagementPolicyType.class) @Pb(6) @Nullable String podManagementPolicy,
        @Written @Pb(7) UpdateStrategy updateStrategy,
        @Pb(8) @Nullable Integer revisionHistoryLimit,
        @Pb(9) int minReadySeconds,
        @Pb(10) @Nullable PersistentVolumeClaimRetentionPolicy persistentVolumeClaimRetentionPolicy,
        @Pb(11) @Nullable Ordinals ordinals)
        implements StatefulSetSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null, 0, null, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
            volumeClaimTemplates = Absent.list(volumeClaimTemplates);
            serviceName = Absent.text(serviceName);
            podManagementPolicy = Absent.optional(podManagementPolicy);
            updateStrategy = Absent.or(updateStrategy, UpdateStrategy.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param observedGeneration TODO-DOC
     * @param replicas TODO-DOC
     * @param readyReplicas TODO-DOC
     * @param currentReplicas TODO-DOC
     * @param updatedReplicas TODO-DOC
     * @param currentRevision TODO-DOC
     * @param updateRevision TODO-DOC
     * @param collisionCount TODO-DOC
     * @param conditions TODO-DOC
     * @param availableReplicas TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Pb(1) long observedGeneration,
        @Required @Pb(2) int replicas,
        @Pb(3) int readyReplicas,
        @Pb(4) int currentReplicas,
        @Pb(5) int updatedReplicas,
        @Pb(6) @Nullable String currentRevision,
        @Pb(7) @Nullable String updateRevision,
        @Pb(9) @Nullable Integer collisionCount,
        @ListMap("type") @MergeKey("type") @Pb(10) List<Condition> conditions,
        @Written @Pb(11) int availableReplicas)
        implements StatefulSetStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, null, null, null, null, 0);

        public Status {
            currentRevision = Absent.optional(currentRevision);
            updateRevision = Absent.optional(updateRevision);
            conditions = Absent.list(conditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     * @param lastTransitionTime TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
    @RecordBuilder
    public record Condition(
        @Required @Pb(1) String type,
        @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
        @Pb(3) @Nullable Instant lastTransitionTime,
        @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable String message)
        implements StatefulSetConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /** The values of {@code StatefulSetUpdateStrategyType}. */
    public static final class UpdateStrategyType {
        public static final String ROLLING_UPDATE = "RollingUpdate";
        public static final String ON_DELETE = "OnDelete";

        private UpdateStrategyType() {}
    }

    /** The values of {@code PersistentVolumeClaimRetentionPolicyType} known upstream; others may occur. */
    public static final class PersistentVolumeClaimRetentionPolicyType {
        public static final String RETAIN = "Retain";
        public static final String DELETE = "Delete";

        private PersistentVolumeClaimRetentionPolicyType() {}
    }

    /** The values of {@code PodManagementPolicyType}. */
    public static final class PodManagementPolicyType {
        public static final String ORDERED_READY = "OrderedReady";
        public static final String PARALLEL = "Parallel";

        private PodManagementPolicyType() {}
    }
}
