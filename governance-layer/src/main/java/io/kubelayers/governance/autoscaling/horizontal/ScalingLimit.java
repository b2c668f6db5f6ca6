package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicyType;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.ScalingPolicySelect;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;

/**
 * How min, max and the speed limits cut a count (upstream {@code convertDesiredReplicasWithRules} and
 * {@code convertDesiredReplicasWithBehaviorRate}).
 *
 * @param wanted the count before
 * @param replicas the count after
 * @param lower lowest count that was allowed
 * @param upper highest count that was allowed
 * @param reason reason of the ScalingLimited condition
 * @param message text of the ScalingLimited condition
 */
public record ScalingLimit(int wanted, int replicas, int lower, int upper, String reason, String message) {
    private static final String WITHIN = "the desired count is within the acceptable range";
    private static final String TOO_FEW = "the desired replica count is less than the minimum replica count";
    private static final String TOO_MANY = "the desired replica count is more than the maximum replica count";
    private static final String TOO_FAST_UP =
            "the desired replica count is increasing faster than the maximum scale rate";
    private static final String TOO_FAST_DOWN =
            "the desired replica count is decreasing faster than the maximum scale rate";

    /** Whether the count was cut. */
    public boolean limits() {
        return wanted != replicas;
    }

    /** Without a behavior: at most double the replicas, or 4 where that is more. */
    static ScalingLimit plain(int current, int wanted, int min, int max) {
        int rate = GoNumbers.replicas(Math.max(2.0 * current, 4.0));
        int upper = Math.min(max, rate);
        if (wanted < min) {
            return new ScalingLimit(wanted, min, min, upper, "TooFewReplicas", TOO_FEW);
        }
        if (wanted > upper) {
            return max > rate
                    ? new ScalingLimit(wanted, upper, min, upper, "ScaleUpLimit", TOO_FAST_UP)
                    : new ScalingLimit(wanted, upper, min, upper, "TooManyReplicas", TOO_MANY);
        }
        return within(wanted, min, upper);
    }

    /** With a behavior: its policies decide how far the count may move from where it was a period ago. */
    static ScalingLimit behaving(
            int current, int wanted, int min, int max, HpaHistory history, ScalingBehavior behavior, Instant now) {
        if (wanted > current) {
            int rate = Math.max(current, upLimit(current, history, behavior.up(), now));
            int upper = Math.min(max, rate);
            if (wanted > upper) {
                return max > rate
                        ? new ScalingLimit(wanted, upper, min, upper, "ScaleUpLimit", TOO_FAST_UP)
                        : new ScalingLimit(wanted, upper, min, upper, "TooManyReplicas", TOO_MANY);
            }
            return within(wanted, min, upper);
        }
        if (wanted < current) {
            int rate = Math.min(current, downLimit(current, history, behavior.down(), now));
            int lower = Math.max(min, rate);
            if (wanted < lower) {
                return min < rate
                        ? new ScalingLimit(wanted, lower, lower, max, "ScaleDownLimit", TOO_FAST_DOWN)
                        : new ScalingLimit(wanted, lower, lower, max, "TooFewReplicas", TOO_FEW);
            }
            return within(wanted, lower, max);
        }
        return within(wanted, min, max);
    }

    private static ScalingLimit within(int wanted, int lower, int upper) {
        return new ScalingLimit(wanted, wanted, lower, upper, "DesiredWithinRange", WITHIN);
    }

    private static int upLimit(int current, HpaHistory history, HPAScalingRules rules, Instant now) {
        if (ScalingPolicySelect.DISABLED.equals(rules.selectPolicy())) {
            return current;
        }
        // of several ceilings the least change is the lowest
        var least = ScalingPolicySelect.MIN.equals(rules.selectPolicy());
        int limit = least ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        for (var policy : rules.policies()) {
            int start = periodStart(current, history, policy, now);
            int proposed = isPods(policy)
                    ? start + policy.value()
                    // rounded up, else small counts could never grow
                    : GoNumbers.replicas(start * (1 + policy.value() / 100.0));
            limit = least ? Math.min(limit, proposed) : Math.max(limit, proposed);
        }
        return limit;
    }

    private static int downLimit(int current, HpaHistory history, HPAScalingRules rules, Instant now) {
        if (ScalingPolicySelect.DISABLED.equals(rules.selectPolicy())) {
            return current;
        }
        // of several floors the least change is the highest
        var least = ScalingPolicySelect.MIN.equals(rules.selectPolicy());
        int limit = least ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (var policy : rules.policies()) {
            int start = periodStart(current, history, policy, now);
            int proposed = isPods(policy) ? start - policy.value() : (int) (start * (1 - policy.value() / 100.0));
            limit = least ? Math.max(limit, proposed) : Math.min(limit, proposed);
        }
        return limit;
    }

    /** Replicas at the start of a policy's period, as far as this autoscaler's own changes tell. */
    private static int periodStart(int current, HpaHistory history, HPAScalingPolicy policy, Instant now) {
        return current
                - HpaHistory.changeWithin(policy.periodSeconds(), history.scaleUps(), now)
                + HpaHistory.changeWithin(policy.periodSeconds(), history.scaleDowns(), now);
    }

    private static boolean isPods(HPAScalingPolicy policy) {
        return switch (policy.type()) {
            case HPAScalingPolicyType.PODS -> true;
            case HPAScalingPolicyType.PERCENT -> false;
            default -> throw new IllegalArgumentException("spec.behavior: unsupported policy type \"" + policy.type()
                    + "\", supported values: \"Percent\", \"Pods\"");
        };
    }

    Finding finding() {
        var finding = limits() ? Finding.fail(reason, "", message) : Finding.pass(reason, "", message);
        return finding.input("wanted", wanted).input("replicas", replicas).input("allowed", lower + ".." + upper);
    }
}
