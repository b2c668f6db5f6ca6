package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
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
 * Runs one copy of a pod on every fitting node.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted state.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "apps",
        version = "v1",
        plural = "daemonsets",
        shortNames = "ds",
        categories = "all",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Desired", type = "integer"),
            @Column(name = "Current", type = "integer"),
            @Column(name = "Ready", type = "integer"),
            @Column(name = "Up-to-date", type = "integer"),
            @Column(name = "Available", type = "integer"),
            @Column(name = "Node Selector"),
            @Column(name = "Age"),
            @Column(name = "Containers", priority = 1),
            @Column(name = "Images", priority = 1),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record DaemonSet(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, DaemonSetBuilder.With {
    public DaemonSet {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public DaemonSet withMetadata(ObjectMeta metadata) {
        return DaemonSetBuilder.With.super.withMetadata(metadata);
    }

    /**
     * How a DaemonSet brings running pods to a new template.
     *
     * @param type RollingUpdate replaces pods by itself, OnDelete waits until they are deleted; empty means
     *     RollingUpdate.
     * @param rollingUpdate Settings for RollingUpdate; unused with OnDelete.
     */
    @TypeName("DaemonSetUpdateStrategy")
    @RecordBuilder
    public record UpdateStrategy(
            @EnumValues(UpdateStrategyType.class) @Pb(1) @Nullable String type,
            @Pb(2) @Nullable RollingUpdateDaemonSet rollingUpdate)
            implements DaemonSetUpdateStrategyBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final UpdateStrategy EMPTY = new UpdateStrategy(null, null);

        public UpdateStrategy {
            type = Absent.optional(type);
        }
    }

    /**
     * Limits of a rolling update of a DaemonSet; exactly one of the two may be above 0.
     *
     * @param maxUnavailable Nodes that may be without a running pod, a number or percent of nodes rounded up; null
     *     means 1.
     * @param maxSurge Nodes that may run old and new pod side by side, a number or percent rounded up; null means
     *     0.
     */
    @RecordBuilder
    public record RollingUpdateDaemonSet(
            @Pb(1) @Nullable IntOrString maxUnavailable, @Pb(2) @Nullable IntOrString maxSurge)
            implements DaemonSetRollingUpdateDaemonSetBuilder.With {}

    /**
     * Desired state of a DaemonSet: which pod runs on each fitting node, and how it is replaced.
     *
     * @param selector Labels that tell which pods belong here; must match the template, cannot change.
     * @param template Template of the pod for each node; its node selector and affinity pick the nodes.
     * @param updateStrategy How running pods get a new template.
     * @param minReadySeconds Seconds a new pod must stay ready before it counts as available; 0 counts it at once.
     * @param revisionHistoryLimit Old revisions kept for rollback; null is read as 10.
     */
    @TypeName("DaemonSetSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) @Nullable LabelSelector selector,
            @Required @Pb(2) PodTemplateSpec template,
            @Written @Pb(3) UpdateStrategy updateStrategy,
            @Pb(4) int minReadySeconds,
            @Pb(6) @Nullable Integer revisionHistoryLimit)
            implements DaemonSetSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, 0, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
            updateStrategy = Absent.or(updateStrategy, UpdateStrategy.EMPTY);
        }
    }

    /**
     * Observed state of a DaemonSet, counted in nodes.
     *
     * @param currentNumberScheduled Nodes that run the pod and should.
     * @param numberMisscheduled Nodes that run the pod and should not.
     * @param desiredNumberScheduled Nodes that should run the pod.
     * @param numberReady Nodes that should run the pod and have one ready.
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param updatedNumberScheduled Nodes that run a pod of the present template.
     * @param numberAvailable Nodes with a pod that has been ready for at least minReadySeconds.
     * @param numberUnavailable Nodes that should have an available pod but do not.
     * @param collisionCount Hash collisions seen while naming revisions; null means none.
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("DaemonSetStatus")
    @RecordBuilder
    public record Status(
            @Required @Pb(1) int currentNumberScheduled,
            @Required @Pb(2) int numberMisscheduled,
            @Required @Pb(3) int desiredNumberScheduled,
            @Required @Pb(4) int numberReady,
            @Pb(5) long observedGeneration,
            @Pb(6) int updatedNumberScheduled,
            @Pb(7) int numberAvailable,
            @Pb(8) int numberUnavailable,
            @Pb(9) @Nullable Integer collisionCount,
            @ListMap("type") @MergeKey("type") @Pb(10) List<Condition> conditions)
            implements DaemonSetStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, 0, 0, 0, null, null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a DaemonSet.
     *
     * @param type Name of the aspect.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("DaemonSetCondition")
    @RecordBuilder
    public record Condition(
            @Required @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
            @Pb(4) @Nullable String reason,
            @Pb(5) @Nullable String message)
            implements DaemonSetConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code DaemonSetUpdateStrategyType}. */
    @TypeName("DaemonSetUpdateStrategyType")
    public static final class UpdateStrategyType {
        public static final String ROLLING_UPDATE = "RollingUpdate";
        public static final String ON_DELETE = "OnDelete";

        private UpdateStrategyType() {}
    }
}
