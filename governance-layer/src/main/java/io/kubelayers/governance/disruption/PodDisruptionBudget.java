package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "policy",
    version = "v1",
    plural = "poddisruptionbudgets",
    shortNames = "pdb",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
    },
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Min Available"),
        @Column(name = "Max Unavailable"),
        @Column(name = "Allowed Disruptions", type = "integer"),
        @Column(name = "Age")
    })
@RecordBuilder
public record PodDisruptionBudget(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, PodDisruptionBudgetBuilder.With {
    public PodDisruptionBudget {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public PodDisruptionBudget withMetadata(ObjectMeta metadata) {
        return PodDisruptionBudgetBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param minAvailable TODO-DOC
     * @param selector TODO-DOC
     * @param maxUnavailable TODO-DOC
     * @param unhealthyPodEvictionPolicy TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(1) @Nullable IntOrString minAvailable,
        @PatchStrategy("replace") @Pb(2) @Nullable LabelSelector selector,
        @Pb(3) @Nullable IntOrString maxUnavailable,
        @EnumValues(UnhealthyPodEvictionPolicyType.class) @Pb(4) @Nullable String unhealthyPodEvictionPolicy)
        implements PodDisruptionBudgetSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null);

    }

    /**
     * TODO-DOC.
     *
     * @param observedGeneration TODO-DOC
     * @param disruptedPods TODO-DOC
     * @param disruptionsAllowed TODO-DOC
     * @param currentHealthy TODO-DOC
     * @param desiredHealthy TODO-DOC
     * @param expectedPods TODO-DOC
     * @param conditions TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Pb(1) long observedGeneration,
        @Pb(2) Map<String, Instant> disruptedPods,
        @Required @Pb(3) int disruptionsAllowed,
        @Required @Pb(4) int currentHealthy,
        @Required @Pb(5) int desiredHealthy,
        @Required @Pb(6) int expectedPods,
        @ListMap("type") @MergeKey("type") @Pb(7) List<Condition> conditions)
        implements PodDisruptionBudgetStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(0, null, 0, 0, 0, 0, null);

        public Status {
            disruptedPods = Absent.map(disruptedPods);
            conditions = Absent.list(conditions);
        }

    }

    /** The values of {@code UnhealthyPodEvictionPolicyType}. */
    public static final class UnhealthyPodEvictionPolicyType {
        public static final String IF_HEALTHY_BUDGET = "IfHealthyBudget";
        public static final String ALWAYS_ALLOW = "AlwaysAllow";

        private UnhealthyPodEvictionPolicyType() {}
    }
}
