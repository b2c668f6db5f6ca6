package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
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
    group = "flowcontrol.apiserver.k8s.io",
    version = "v1",
    plural = "prioritylevelconfigurations",
    scope = Scope.CLUSTER,
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Type"),
        @Column(name = "NominalConcurrencyShares"),
        @Column(name = "Queues"),
        @Column(name = "HandSize"),
        @Column(name = "QueueLengthLimit"),
        @Column(name = "Age")
    })
@RecordBuilder
public record PriorityLevelConfiguration(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, PriorityLevelConfigurationBuilder.With {
    public PriorityLevelConfiguration {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public PriorityLevelConfiguration withMetadata(ObjectMeta metadata) {
        return PriorityLevelConfigurationBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param limited TODO-DOC
     * @param exempt TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @UnionDiscriminator @EnumValues(value = PriorityLevelEnablement.class, closed = false) @Pb(1) String type,
        @Pb(2) @Nullable LimitedPriorityLevelConfiguration limited,
        @Pb(3) @Nullable ExemptPriorityLevelConfiguration exempt)
        implements PriorityLevelConfigurationSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            type = Absent.text(type);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param nominalConcurrencyShares TODO-DOC
     * @param limitResponse TODO-DOC
     * @param lendablePercent TODO-DOC
     * @param borrowingLimitPercent TODO-DOC
     */
    @RecordBuilder
    public record LimitedPriorityLevelConfiguration(
        @Written @Pb(1) @Nullable Integer nominalConcurrencyShares,
        @Written @Pb(2) LimitResponse limitResponse,
        @Pb(3) @Nullable Integer lendablePercent,
        @Pb(4) @Nullable Integer borrowingLimitPercent)
        implements PriorityLevelConfigurationLimitedPriorityLevelConfigurationBuilder.With {
        public LimitedPriorityLevelConfiguration {
            limitResponse = Absent.or(limitResponse, LimitResponse.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param nominalConcurrencyShares TODO-DOC
     * @param lendablePercent TODO-DOC
     */
    @RecordBuilder
    public record ExemptPriorityLevelConfiguration(
        @Pb(1) @Nullable Integer nominalConcurrencyShares,
        @Pb(2) @Nullable Integer lendablePercent)
        implements PriorityLevelConfigurationExemptPriorityLevelConfigurationBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param queuing TODO-DOC
     */
    @RecordBuilder
    public record LimitResponse(
        @Required @UnionDiscriminator @EnumValues(value = LimitResponseType.class, closed = false) @Pb(1) String type,
        @Pb(2) @Nullable QueuingConfiguration queuing)
        implements PriorityLevelConfigurationLimitResponseBuilder.With {
        /** The value of a field that was not set. */
        public static final LimitResponse EMPTY = new LimitResponse(null, null);

        public LimitResponse {
            type = Absent.text(type);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param queues TODO-DOC
     * @param handSize TODO-DOC
     * @param queueLengthLimit TODO-DOC
     */
    @RecordBuilder
    public record QueuingConfiguration(
        @Written @Pb(1) int queues,
        @Written @Pb(2) int handSize,
        @Written @Pb(3) int queueLengthLimit)
        implements PriorityLevelConfigurationQueuingConfigurationBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param conditions TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
        implements PriorityLevelConfigurationStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null);

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
        @Pb(1) @Nullable String type,
        @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) @Nullable String status,
        @Pb(3) @Nullable Instant lastTransitionTime,
        @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable String message)
        implements PriorityLevelConfigurationConditionBuilder.With {
        public Condition {
            type = Absent.optional(type);
            status = Absent.optional(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }

    }

    /** The values of {@code PriorityLevelEnablement} known upstream; others may occur. */
    public static final class PriorityLevelEnablement {
        public static final String EXEMPT = "Exempt";
        public static final String LIMITED = "Limited";

        private PriorityLevelEnablement() {}
    }

    /** The values of {@code LimitResponseType} known upstream; others may occur. */
    public static final class LimitResponseType {
        public static final String QUEUE = "Queue";
        public static final String REJECT = "Reject";

        private LimitResponseType() {}
    }
}
