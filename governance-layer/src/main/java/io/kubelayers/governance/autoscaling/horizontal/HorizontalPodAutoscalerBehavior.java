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
 * Speed limits of an autoscaler in both directions.
 *
 * @param scaleUp Rules for adding replicas; null allows the larger of 4 pods or 100 percent every 15 seconds.
 * @param scaleDown Rules for removing replicas; null allows 100 percent every 15 seconds after 300 quiet seconds.
 */
@RecordBuilder
public record HorizontalPodAutoscalerBehavior(
        @Pb(1) @Nullable HPAScalingRules scaleUp, @Pb(2) @Nullable HPAScalingRules scaleDown)
        implements HorizontalPodAutoscalerBehaviorBuilder.With {

    /**
     * Speed limits of an autoscaler in one direction.
     *
     * @param stabilizationWindowSeconds Seconds of past advice to weigh before moving, 0 to 3600; null is 0 up and
     *     300 down.
     * @param selectPolicy Max takes the policy allowing most change, Min least, Disabled forbids this direction;
     *     null means Max.
     * @param policies Allowed steps per period; null takes the built-in ones.
     * @param tolerance Share by which a metric may miss its goal without scaling, such as 0.05; null means 0.1.
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
     * Largest change of the replica count within a period.
     *
     * @param type Unit of value: Pods or Percent of present replicas.
     * @param value Largest change in that unit; above 0.
     * @param periodSeconds Length of the period in seconds, 1 to 1800.
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
