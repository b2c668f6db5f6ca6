package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
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
    plural = "daemonsets",
    shortNames = "ds",
    categories = "all",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @ReadOnly @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param rollingUpdate TODO-DOC
     */
    @RecordBuilder
    public record UpdateStrategy(
        @EnumValues(UpdateStrategyType.class) @Pb(1) @Nullable String type,
        @Pb(2) @Nullable RollingUpdateDaemonSet rollingUpdate)
        implements DaemonSetUpdateStrategyBuilder.With {
        /** The value of a field that was not set. */
        public static final UpdateStrategy EMPTY = new UpdateStrategy(null, null);

        public UpdateStrategy {
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
    public record RollingUpdateDaemonSet(
        @Pb(1) @Nullable IntOrString maxUnavailable,
        @Pb(2) @Nullable IntOrString maxSurge)
        implements DaemonSetRollingUpdateDaemonSetBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param selector TODO-DOC
     * @param template TODO-DOC
     * @param updateStrategy TODO-DOC
     * @param minReadySeconds TODO-DOC
     * @param revisionHistoryLimit TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @Pb(1) @Nullable LabelSelector selector,
        @Required @Pb(2) PodTemplateSpec template,
        @Written @Pb(3) UpdateStrategy updateStrategy,
        @Pb(4) int minReadySeconds,
        @Pb(6) @Nullable Integer revisionHistoryLimit)
        implements DaemonSetSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, 0, null);

        public Spec {
            template = Absent.or(template, PodTemplateSpec.EMPTY);
            updateStrategy = Absent.or(updateStrategy, UpdateStrategy.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param currentNumberScheduled TODO-DOC
     * @param numberMisscheduled TODO-DOC
     * @param desiredNumberScheduled TODO-DOC
     * @param numberReady TODO-DOC
     * @param observedGeneration TODO-DOC
     * @param updatedNumberScheduled TODO-DOC
     * @param numberAvailable TODO-DOC
     * @param numberUnavailable TODO-DOC
     * @param collisionCount TODO-DOC
     * @param conditions TODO-DOC
     */
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
        public static final Status EMPTY = new Status(0, 0, 0, 0, 0, 0, 0, 0, null, null);

        public Status {
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
        implements DaemonSetConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /** The values of {@code DaemonSetUpdateStrategyType}. */
    public static final class UpdateStrategyType {
        public static final String ROLLING_UPDATE = "RollingUpdate";
        public static final String ON_DELETE = "OnDelete";

        private UpdateStrategyType() {}
    }
}
