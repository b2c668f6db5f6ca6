package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicyType;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.ScalingPolicySelect;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server fills in when an autoscaler leaves it open (upstream {@code apis/autoscaling/v2/defaults.go}): at least
 * one replica, 80 percent CPU as metric, and a complete behavior once there is any. The scale-down window stays open: the
 * controller's own setting fills it.
 */
public final class HorizontalPodAutoscalerDefaults {
    /** Wanted CPU utilization in percent when no metric is given. */
    public static final int CPU_UTILIZATION = 80;

    private static final HPAScalingRules SCALE_UP = new HPAScalingRules(
            0,
            ScalingPolicySelect.MAX,
            List.of(
                    new HPAScalingPolicy(HPAScalingPolicyType.PODS, 4, 15),
                    new HPAScalingPolicy(HPAScalingPolicyType.PERCENT, 100, 15)),
            null);
    private static final HPAScalingRules SCALE_DOWN = new HPAScalingRules(
            null, ScalingPolicySelect.MAX, List.of(new HPAScalingPolicy(HPAScalingPolicyType.PERCENT, 100, 15)), null);

    private HorizontalPodAutoscalerDefaults() {}

    /** The autoscaler with the defaults filled in; itself if nothing was open. */
    public static HorizontalPodAutoscaler apply(HorizontalPodAutoscaler hpa) {
        var spec = hpa.spec();
        var complete = new HorizontalPodAutoscaler.Spec(
                spec.scaleTargetRef(),
                spec.minReplicas() == null ? Integer.valueOf(1) : spec.minReplicas(),
                spec.maxReplicas(),
                spec.metrics().isEmpty() ? List.of(cpuUtilization(CPU_UTILIZATION)) : spec.metrics(),
                behavior(spec.behavior()));
        return complete.equals(spec) ? hpa : hpa.withSpec(complete);
    }

    static MetricSpec cpuUtilization(int percent) {
        return MetricSpecBuilder.builder()
                .type(MetricSourceType.RESOURCE)
                .resource(new MetricSpec.ResourceMetricSource(
                        ResourceName.CPU, new MetricTarget(MetricTarget.Type.UTILIZATION, null, null, percent)))
                .build();
    }

    private static @Nullable HorizontalPodAutoscalerBehavior behavior(
            @Nullable HorizontalPodAutoscalerBehavior behavior) {
        return behavior == null
                ? null
                : new HorizontalPodAutoscalerBehavior(
                        complete(behavior.scaleUp(), SCALE_UP), complete(behavior.scaleDown(), SCALE_DOWN));
    }

    private static HPAScalingRules complete(@Nullable HPAScalingRules rules, HPAScalingRules defaults) {
        if (rules == null) {
            return defaults;
        }
        return new HPAScalingRules(
                rules.stabilizationWindowSeconds() == null
                        ? defaults.stabilizationWindowSeconds()
                        : rules.stabilizationWindowSeconds(),
                rules.selectPolicy() == null ? defaults.selectPolicy() : rules.selectPolicy(),
                Absent.isGiven(rules.policies()) ? rules.policies() : defaults.policies(),
                rules.tolerance());
    }
}
