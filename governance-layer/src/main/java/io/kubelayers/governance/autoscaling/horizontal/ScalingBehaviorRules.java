package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicyType;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.ScalingPolicySelect;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the behavior of an autoscaler. */
final class ScalingBehaviorRules {
    private static final int MAX_WINDOW_SECONDS = 3600;
    private static final int MAX_PERIOD_SECONDS = 1800;
    private static final List<String> SELECTIONS =
            List.of(ScalingPolicySelect.DISABLED, ScalingPolicySelect.MAX, ScalingPolicySelect.MIN);
    private static final List<String> POLICY_TYPES = List.of(HPAScalingPolicyType.PERCENT, HPAScalingPolicyType.PODS);

    private ScalingBehaviorRules() {}

    static void check(FieldPath path, HorizontalPodAutoscalerBehavior behavior, FieldErrors errors) {
        rules(path.child("scaleUp"), behavior.scaleUp(), errors);
        rules(path.child("scaleDown"), behavior.scaleDown(), errors);
    }

    private static void rules(FieldPath path, @Nullable HPAScalingRules rules, FieldErrors errors) {
        if (rules == null) {
            return;
        }
        var window = rules.stabilizationWindowSeconds();
        var windowPath = path.child("stabilizationWindowSeconds");
        if (window != null && window < 0) {
            errors.invalid(windowPath, window, "must be greater than or equal to zero");
        }
        if (window != null && window > MAX_WINDOW_SECONDS) {
            errors.invalid(windowPath, window, "must be less than or equal to " + MAX_WINDOW_SECONDS);
        }
        if (rules.selectPolicy() != null && !SELECTIONS.contains(rules.selectPolicy())) {
            errors.notSupported(path.child("selectPolicy"), rules.selectPolicy(), SELECTIONS);
        }
        var policies = path.child("policies");
        if (rules.policies().isEmpty()) {
            errors.required(policies, "must specify at least one Policy");
        }
        for (int i = 0; i < rules.policies().size(); i++) {
            policy(policies.index(i), rules.policies().get(i), errors);
        }
        if (rules.tolerance() != null && rules.tolerance().sign() < 0) {
            errors.invalid(path.child("tolerance"), rules.tolerance().toString(), "must be greater than or equal to 0");
        }
    }

    private static void policy(FieldPath path, HPAScalingPolicy policy, FieldErrors errors) {
        if (!POLICY_TYPES.contains(policy.type())) {
            errors.notSupported(path.child("type"), policy.type(), POLICY_TYPES);
        }
        if (policy.value() <= 0) {
            errors.invalid(path.child("value"), policy.value(), "must be greater than zero");
        }
        var period = path.child("periodSeconds");
        if (policy.periodSeconds() <= 0) {
            errors.invalid(period, policy.periodSeconds(), "must be greater than zero");
        }
        if (policy.periodSeconds() > MAX_PERIOD_SECONDS) {
            errors.invalid(period, policy.periodSeconds(), "must be less than or equal to " + MAX_PERIOD_SECONDS);
        }
    }
}
