package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param scaleUp TODO-DOC
 * @param scaleDown TODO-DOC
 */
@RecordBuilder
public record HorizontalPodAutoscalerBehavior(
    @Pb(1) @Nullable HPAScalingRules scaleUp,
    @Pb(2) @Nullable HPAScalingRules scaleDown)
    implements HorizontalPodAutoscalerBehaviorBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param stabilizationWindowSeconds TODO-DOC
     * @param selectPolicy TODO-DOC
     * @param policies TODO-DOC
     * @param tolerance TODO-DOC
     */
    @RecordBuilder
    public record HPAScalingRules(
        @Pb(3) @Nullable Integer stabilizationWindowSeconds,
        @EnumValues(value = ScalingPolicySelect.class, closed = false) @Pb(1) @Nullable String selectPolicy,
        @Atomic @Pb(2) List<HPAScalingPolicy> policies,
        @FeatureGate("HPAConfigurableTolerance") @Pb(4) @Nullable Quantity tolerance)
        implements HorizontalPodAutoscalerBehaviorHPAScalingRulesBuilder.With {
        public HPAScalingRules {
            policies = Absent.list(policies);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param value TODO-DOC
     * @param periodSeconds TODO-DOC
     */
    @RecordBuilder
    public record HPAScalingPolicy(
        @Required @EnumValues(value = HPAScalingPolicyType.class, closed = false) @Pb(1) String type,
        @Required @Pb(2) int value,
        @Required @Pb(3) int periodSeconds)
        implements HorizontalPodAutoscalerBehaviorHPAScalingPolicyBuilder.With {
        public HPAScalingPolicy {
            type = Absent.text(type);
        }

    }

    /** The values of {@code ScalingPolicySelect} known upstream; others may occur. */
    public static final class ScalingPolicySelect {
        public static final String MAX = "Max";
        public static final String MIN = "Min";
        public static final String DISABLED = "Disabled";

        private ScalingPolicySelect() {}
    }

    /** The values of {@code HPAScalingPolicyType} known upstream; others may occur. */
    public static final class HPAScalingPolicyType {
        public static final String PODS = "Pods";
        public static final String PERCENT = "Percent";

        private HPAScalingPolicyType() {}
    }
}
