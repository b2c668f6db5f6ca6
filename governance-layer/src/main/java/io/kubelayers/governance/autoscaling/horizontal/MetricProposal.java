package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What one metric of an autoscaler asks for. Exactly one of count and failure is set.
 *
 * @param name the metric as events name it, such as {@code cpu resource utilization (percentage of request)}; "" on
 *     failure
 * @param count the replica count asked for, and how it came about; null on failure
 * @param status the reading as the autoscaler's status shows it; null on failure
 * @param failure why there is no count; null if there is one
 * @param tolerances the dead band that was used
 */
public record MetricProposal(
        String name,
        @Nullable ReplicaCount count,
        @Nullable MetricStatus status,
        @Nullable Failure failure,
        Tolerances tolerances)
        implements Explained {
    /**
     * Why a metric gives no count.
     *
     * @param reason upstream's word, such as {@code FailedGetResourceMetric}
     * @param cause text of the event
     * @param error text of the error, which names the metric as well
     */
    public record Failure(String reason, String cause, String error) {
        /** Text of the ScalingActive condition. */
        public String conditionMessage() {
            return "the HPA was unable to compute the replica count: " + cause;
        }
    }

    @Override
    public String explain() {
        if (failure != null) {
            return failure.conditionMessage();
        }
        return name + " asks for " + (count == null ? "nothing" : count.replicas() + " replicas");
    }

    @Override
    public Finding finding() {
        if (count == null) {
            return Finding.fail(failure == null ? "" : failure.reason(), "", explain());
        }
        var finding = Finding.pass("MetricProposal", "", explain())
                .input("rule", count.rule().sentence())
                .input("ratio", ratio(count.ratio()))
                .input("tolerance", tolerances);
        if (count.assumedRatio() != null) {
            finding = finding.input("ratio with cautious values", ratio(count.assumedRatio()));
        }
        if (count.utilization() != null) {
            finding = finding.input("utilization", count.utilization() + "%");
        }
        finding = finding.input("measured", milli(count.milliUsage()));
        if (count.readyReplicas() > 0) {
            finding = finding.input("pods", count.readyReplicas());
        }
        return groups(finding, count.pods());
    }

    private static Finding groups(Finding finding, @Nullable PodGroups pods) {
        if (pods == null) {
            return finding;
        }
        var result = finding;
        if (!pods.unready().isEmpty()) {
            result = result.input("unready", String.join(" ", pods.unready()));
        }
        if (!pods.missing().isEmpty()) {
            result = result.input("without sample", String.join(" ", pods.missing()));
        }
        if (!pods.ignored().isEmpty()) {
            result = result.input("ignored", String.join(" ", pods.ignored()));
        }
        return result;
    }

    private static String ratio(double ratio) {
        return Double.isFinite(ratio) ? String.valueOf(Math.round(ratio * 10_000) / 10_000.0) : String.valueOf(ratio);
    }

    private static String milli(long value) {
        return value % 1000 == 0 ? String.valueOf(value / 1000) : value + "m";
    }
}
