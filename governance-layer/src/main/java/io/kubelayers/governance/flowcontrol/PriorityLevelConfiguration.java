package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of the request capacity of the API server, and what happens when it is used up.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted limits.
 * @param status State last observed by the server.
 */
@Kind(
        group = "flowcontrol.apiserver.k8s.io",
        version = "v1",
        plural = "prioritylevelconfigurations",
        scope = Scope.CLUSTER,
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
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
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * Desired limits of a priority level; only the member named by type is set.
     *
     * @param type Exempt is never held back, Limited is.
     * @param limited Limits of a Limited level; null for Exempt.
     * @param exempt Capacity set aside for an Exempt level; null for Limited.
     */
    @TypeName("PriorityLevelConfigurationSpec")
    @RecordBuilder
    public record Spec(
            @Required @UnionDiscriminator @EnumValues(value = PriorityLevelEnablement.class, closed = false) @Pb(1)
                    String type,
            @Pb(2) @Nullable LimitedPriorityLevelConfiguration limited,
            @Pb(3) @Nullable ExemptPriorityLevelConfiguration exempt)
            implements PriorityLevelConfigurationSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            type = Absent.text(type);
        }
    }

    /**
     * Limits of a priority level that can be held back.
     *
     * @param nominalConcurrencyShares Weight in the split of request seats; null is read as 30, 0 gives none.
     * @param limitResponse What happens to requests beyond the limit.
     * @param lendablePercent Share of idle seats other levels may borrow, 0 to 100 percent; null is read as 0.
     * @param borrowingLimitPercent Seats it may borrow, in percent of its own; null means no limit.
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
     * Seats counted for a priority level that is never held back.
     *
     * @param nominalConcurrencyShares Weight in the split of request seats; null is read as 0.
     * @param lendablePercent Share of idle seats other levels may borrow, 0 to 100 percent; null is read as 0.
     */
    @RecordBuilder
    public record ExemptPriorityLevelConfiguration(
            @Pb(1) @Nullable Integer nominalConcurrencyShares, @Pb(2) @Nullable Integer lendablePercent)
            implements PriorityLevelConfigurationExemptPriorityLevelConfigurationBuilder.With {}

    /**
     * What happens to requests that find no free seat.
     *
     * @param type Queue lets them wait, Reject refuses them at once.
     * @param queuing Queue settings, for type Queue only; null otherwise.
     */
    @RecordBuilder
    public record LimitResponse(
            @Required @UnionDiscriminator @EnumValues(value = LimitResponseType.class, closed = false) @Pb(1)
                    String type,
            @Pb(2) @Nullable QueuingConfiguration queuing)
            implements PriorityLevelConfigurationLimitResponseBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final LimitResponse EMPTY = new LimitResponse(null, null);

        public LimitResponse {
            type = Absent.text(type);
        }
    }

    /**
     * Queues of a priority level; requests are spread over them by flow.
     *
     * @param queues Number of queues, up to 10000000; 0 is read as 64, 1 turns fair spreading off.
     * @param handSize Queues a flow may choose from, not above queues; 0 is read as 8.
     * @param queueLengthLimit Requests that may wait in one queue; 0 is read as 50.
     */
    @RecordBuilder
    public record QueuingConfiguration(
            @Written @Pb(1) int queues, @Written @Pb(2) int handSize, @Written @Pb(3) int queueLengthLimit)
            implements PriorityLevelConfigurationQueuingConfigurationBuilder.With {}

    /**
     * Observed state of a priority level.
     *
     * @param conditions Latest conditions, one a type.
     */
    @TypeName("PriorityLevelConfigurationStatus")
    @RecordBuilder
    public record Status(@ListMap("type") @MergeKey("type") @Pb(1) List<Condition> conditions)
            implements PriorityLevelConfigurationStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            conditions = Absent.list(conditions);
        }
    }

    /**
     * One observed aspect of a priority level.
     *
     * @param type Name of the aspect.
     * @param status Whether it holds: True, False or Unknown.
     * @param lastTransitionTime When status last changed.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("PriorityLevelConfigurationCondition")
    @RecordBuilder
    public record Condition(
            @Pb(1) @Nullable String type,
            @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) @Nullable String status,
            @Written @Pb(3) @Nullable Instant lastTransitionTime,
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
