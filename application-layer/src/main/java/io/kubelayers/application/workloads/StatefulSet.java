package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
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
 * Runs pods with stable names, ordinals and their own volumes.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted state.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "apps",
        version = "v1",
        plural = "statefulsets",
        shortNames = "sts",
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
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1)
        })
@RecordBuilder
public record StatefulSet(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * How a StatefulSet brings running pods to a new template.
     *
     * @param type RollingUpdate replaces pods by itself, OnDelete waits until they are deleted; empty means
     *     RollingUpdate.
     * @param rollingUpdate Settings for RollingUpdate; not allowed with OnDelete.
     */
    @TypeName("StatefulSetUpdateStrategy")
    @RecordBuilder
    public record UpdateStrategy(
            @EnumValues(UpdateStrategyType.class) @Pb(1) @Nullable String type,
            @Pb(2) @Nullable RollingUpdateStatefulSetStrategy rollingUpdate)
            implements StatefulSetUpdateStrategyBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final UpdateStrategy EMPTY = new UpdateStrategy(null, null);

        public UpdateStrategy {
            type = Absent.optional(type);
        }
    }

    /**
     * Settings of a rolling update of a StatefulSet.
     *
     * @param partition Lowest ordinal that is updated; pods below it stay on the old revision. Null means 0.
     * @param maxUnavailable Pods that may be down at once, a number or percent of replicas; null means 1.
     */
    @RecordBuilder
    public record RollingUpdateStatefulSetStrategy(
            @Pb(1) @Nullable Integer partition,
            @FeatureGate("MaxUnavailableStatefulSet") @Pb(2) @Nullable IntOrString maxUnavailable)
            implements StatefulSetRollingUpdateStatefulSetStrategyBuilder.With {}

    /**
     * What happens to claims made from volumeClaimTemplates when they are no longer needed.
     *
     * @param whenDeleted Retain or Delete claims when the StatefulSet is deleted; empty means Retain.
     * @param whenScaled Retain or Delete claims of pods removed by scaling down; empty means Retain.
     */
    @TypeName("StatefulSetPersistentVolumeClaimRetentionPolicy")
    @RecordBuilder
    public record PersistentVolumeClaimRetentionPolicy(
            @EnumValues(value = PersistentVolumeClaimRetentionPolicyType.class, closed = false) @Pb(1) @Nullable
                    String whenDeleted,
            @EnumValues(value = PersistentVolumeClaimRetentionPolicyType.class, closed = false) @Pb(2) @Nullable
                    String whenScaled)
            implements StatefulSetPersistentVolumeClaimRetentionPolicyBuilder.With {
        public PersistentVolumeClaimRetentionPolicy {
            whenDeleted = Absent.optional(whenDeleted);
            whenScaled = Absent.optional(whenScaled);
        }
    }

    /**
     * Numbering of the pods of a StatefulSet.
     *
     * @param start Ordinal of the first pod; 0 or more.
     */
    @TypeName("StatefulSetOrdinals")
    @RecordBuilder
    public record Ordinals(@Written @Pb(1) int start) implements StatefulSetOrdinalsBuilder.With {}

    /**
     * Desired state of a StatefulSet: pods, their identity, their volumes and how to replace them.
     *
     * @param replicas Wanted number of pods; null is read as 1.
     * @param selector Labels that tell which pods belong here; must match the template, cannot change.
     * @param template Template each pod is made from; its restart policy must be Always.
     * @param volumeClaimTemplates Claims made afresh for each pod; each name should match a mount in the template.
     * @param serviceName Headless Service that gives the pods their DNS names; must be made separately.
     * @param podManagementPolicy OrderedReady starts and stops pods one by one, Parallel all at once; empty means
     *     OrderedReady.
     * @param updateStrategy How running pods get a new template.
     * @param revisionHistoryLimit Old revisions kept for rollback; null is read as 10.
     * @param minReadySeconds Seconds a new pod must stay ready before it counts as available; 0 counts it at once.
     * @param persistentVolumeClaimRetentionPolicy When claims made from the templates are deleted; null keeps them.
     * @param ordinals Numbering of pods; null starts at 0.
     */
    @TypeName("StatefulSetSpec")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
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
     * Observed state of a StatefulSet.
     *
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param replicas Pods the controller has made.
     * @param readyReplicas Pods that are ready.
     * @param currentReplicas Pods on the revision named by currentRevision.
     * @param updatedReplicas Pods on the revision named by updateRevision.
     * @param currentRevision Revision name of the pods not yet updated.
     * @param updateRevision Revision name the update is moving to.
     * @param collisionCount Hash collisions seen while naming revisions; null means none.
     * @param conditions Latest conditions, one a type.
     * @param availableReplicas Pods that have been ready for at least minReadySeconds.
     */
    @TypeName("StatefulSetStatus")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, null, null, null, null, 0);

        public Status {
            currentRevision = Absent.optional(currentRevision);
            updateRevision = Absent.optional(updateRevision);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a StatefulSet.
     *
     * @param type Name of the aspect.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("StatefulSetCondition")
    @RecordBuilder
    public record Condition(
            @Required @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
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
    @TypeName("StatefulSetUpdateStrategyType")
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
