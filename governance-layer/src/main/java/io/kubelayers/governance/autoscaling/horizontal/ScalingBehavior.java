package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;

/**
 * The behavior of an autoscaler with nothing left open.
 *
 * @param up rules for adding replicas
 * @param upWindowSeconds how far back the lowest recommendation holds a scale-up
 * @param down rules for removing replicas
 * @param downWindowSeconds how far back the highest recommendation holds a scale-down
 */
record ScalingBehavior(HPAScalingRules up, int upWindowSeconds, HPAScalingRules down, int downWindowSeconds) {
    /** The rules of an autoscaler that was given its defaults and has a behavior. */
    static ScalingBehavior of(HorizontalPodAutoscalerBehavior behavior, HpaOptions options) {
        var up = behavior.scaleUp();
        var down = behavior.scaleDown();
        if (up == null || down == null) {
            throw new IllegalArgumentException("spec.behavior: defaults are missing");
        }
        return new ScalingBehavior(
                up,
                up.stabilizationWindowSeconds() == null ? 0 : up.stabilizationWindowSeconds(),
                down,
                down.stabilizationWindowSeconds() == null
                        ? (int) options.downscaleStabilization().toSeconds()
                        : down.stabilizationWindowSeconds());
    }

    static int longestPeriodSeconds(HPAScalingRules rules) {
        int longest = 0;
        for (var policy : rules.policies()) {
            longest = Math.max(longest, policy.periodSeconds());
        }
        return longest;
    }
}
