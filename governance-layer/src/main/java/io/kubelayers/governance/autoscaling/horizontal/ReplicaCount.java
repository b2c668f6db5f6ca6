package io.kubelayers.governance.autoscaling.horizontal;

import org.jspecify.annotations.Nullable;

/**
 * How one metric led to a replica count.
 *
 * @param replicas the count the metric asks for, not yet limited by anything
 * @param ratio measured / wanted, as measured
 * @param assumedRatio the ratio again after pods without a trusted sample were given a cautious value; null if there was
 *     no need
 * @param milliUsage what the status shows: an average per pod or a total, in thousandths
 * @param utilization measured percent of the requests; null where no percentage is wanted
 * @param pods the pods by trust in their sample; null for metrics that are not about pods
 * @param readyReplicas pods the ratio was multiplied with; 0 where it was not
 * @param rule the rule that gave the count
 */
public record ReplicaCount(
        int replicas,
        double ratio,
        @Nullable Double assumedRatio,
        long milliUsage,
        @Nullable Integer utilization,
        @Nullable PodGroups pods,
        int readyReplicas,
        Rule rule) {
    /** Which rule of the replica calculator gave the count. */
    public enum Rule {
        /** The ratio is within the tolerance: keep the count. */
        WITHIN_TOLERANCE("within tolerance, keeps the replicas"),
        /** Count = ratio × pods, rounded up. */
        RATIO_TIMES_PODS("ratio times pods, rounded up"),
        /** Count = value / target, rounded up. */
        VALUE_PER_TARGET("value divided by target, rounded up"),
        /** Cautious values turned the direction or left the count on the other side: keep the count. */
        DIRECTION_UNSURE("cautious values for unsampled pods would turn the direction, keeps the replicas");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }

        /** The rule in words. */
        public String sentence() {
            return sentence;
        }
    }
}
