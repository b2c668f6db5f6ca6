package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.KubernetesObject;
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
 * Limits how many pods of a set may be down at once through voluntary evictions.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted protection.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "policy",
        version = "v1",
        plural = "poddisruptionbudgets",
        shortNames = "pdb",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
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
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * Desired protection of a set of pods; set at most one of minAvailable and maxUnavailable.
     *
     * @param minAvailable Pods that must stay healthy through an eviction, a number or percent; null if not used.
     * @param selector Pods protected; null matches none, empty matches all of the namespace.
     * @param maxUnavailable Pods that may be missing after an eviction, a number or percent; null if not used.
     * @param unhealthyPodEvictionPolicy IfHealthyBudget guards running unready pods while the budget is short,
     *     AlwaysAllow never does; null means the former.
     */
    @TypeName("PodDisruptionBudgetSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable IntOrString minAvailable,
            @PatchStrategy("replace") @Pb(2) @Nullable LabelSelector selector,
            @Pb(3) @Nullable IntOrString maxUnavailable,
            @EnumValues(UnhealthyPodEvictionPolicyType.class) @Pb(4) @Nullable String unhealthyPodEvictionPolicy)
            implements PodDisruptionBudgetSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null);
    }

    /**
     * Observed state of a disruption budget.
     *
     * @param observedGeneration Last metadata.generation the controller has processed.
     * @param disruptedPods Pods whose eviction was granted but is not yet seen, with the time of the grant.
     * @param disruptionsAllowed Evictions allowed right now.
     * @param currentHealthy Healthy pods now.
     * @param desiredHealthy Healthy pods that must remain.
     * @param expectedPods Pods counted under this budget.
     * @param conditions Latest conditions, one a type, such as DisruptionAllowed.
     */
    @TypeName("PodDisruptionBudgetStatus")
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
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
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
