package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.governance.autoscaling.horizontal.ReplicaCount.Rule;
import io.kubelayers.governance.autoscaling.horizontal.UsageTarget.Usage;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From one metric to a replica count (upstream {@code replica_calculator.go}). In the plain case
 *
 * <pre>{@code
 * replicas = ceil(ready pods × measured / wanted)
 * }</pre>
 *
 * <p>unless measured / wanted is within the tolerance. Pods whose sample is missing or not yet to be trusted first count
 * with the value that speaks against scaling: nothing on the way up, the full target on the way down; if that turns the
 * direction, nothing changes.
 *
 * @param pods pods of the workload, in the lister's order
 * @param tolerances dead band
 * @param options periods within which CPU samples are doubted
 * @param now time of the calculation
 */
record ReplicaCalculator(List<Pod> pods, Tolerances tolerances, HpaOptions options, Instant now) {
    private static final PodSample IDLE = new PodSample(PodGroups.NEVER, Duration.ZERO, 0);

    /**
     * For metrics with a value per pod.
     *
     * @param resource resource name, or "" for a custom metric
     */
    ReplicaCount perPod(Map<String, PodSample> readings, String resource, UsageTargetSource target, int currentReplicas)
            throws MetricFailure {
        requirePods();
        var groups = PodGroups.of(pods, readings, resource, options, now);
        var samples = new LinkedHashMap<>(readings);
        groups.ignored().forEach(samples::remove);
        groups.unready().forEach(samples::remove);
        if (samples.isEmpty()) {
            throw new MetricFailure("did not receive metrics for targeted pods (pods might be unready)");
        }
        var wanted = target.get();
        var measured = wanted.usageOf(samples);
        var upWithUnready = !groups.unready().isEmpty() && measured.ratio() > 1;
        if (!upWithUnready && groups.missing().isEmpty()) {
            int ready = groups.ready().size();
            return tolerances.covers(measured.ratio())
                    ? count(currentReplicas, measured, null, groups, 0, Rule.WITHIN_TOLERANCE)
                    : count(
                            GoNumbers.replicas(measured.ratio() * ready),
                            measured,
                            null,
                            groups,
                            ready,
                            Rule.RATIO_TIMES_PODS);
        }
        assume(samples, groups, wanted, measured.ratio(), upWithUnready);
        return assumed(measured, wanted.usageOf(samples).ratio(), samples.size(), groups, currentReplicas);
    }

    /** A target that is only worked out once there are samples, since that may fail in its own way. */
    interface UsageTargetSource {
        UsageTarget get() throws MetricFailure;
    }

    /** Gives the pods without a trusted sample the value that speaks against scaling. */
    private static void assume(
            Map<String, PodSample> samples, PodGroups groups, UsageTarget target, double ratio, boolean unreadyToo) {
        if (ratio < 1) {
            for (var pod : groups.missing()) {
                samples.put(pod, new PodSample(PodGroups.NEVER, Duration.ZERO, target.cautiousValue(pod)));
            }
        } else if (ratio > 1) {
            for (var pod : groups.missing()) {
                samples.put(pod, IDLE);
            }
        }
        if (unreadyToo) {
            for (var pod : groups.unready()) {
                samples.put(pod, IDLE);
            }
        }
    }

    private ReplicaCount assumed(Usage measured, double ratio, int samples, PodGroups groups, int currentReplicas) {
        if (tolerances.covers(ratio)) {
            return count(currentReplicas, measured, ratio, groups, 0, Rule.WITHIN_TOLERANCE);
        }
        var turned = (measured.ratio() < 1 && ratio > 1) || (measured.ratio() > 1 && ratio < 1);
        int replicas = GoNumbers.replicas(ratio * samples);
        if (turned || (ratio < 1 && replicas > currentReplicas) || (ratio > 1 && replicas < currentReplicas)) {
            return count(currentReplicas, measured, ratio, groups, samples, Rule.DIRECTION_UNSURE);
        }
        return count(replicas, measured, ratio, groups, samples, Rule.RATIO_TIMES_PODS);
    }

    private static ReplicaCount count(
            int replicas, Usage usage, @Nullable Double assumedRatio, PodGroups groups, int readyReplicas, Rule rule) {
        return new ReplicaCount(
                replicas,
                usage.ratio(),
                assumedRatio,
                usage.milliAverage(),
                usage.utilization(),
                groups,
                readyReplicas,
                rule);
    }

    /** For a total that is to stay at a target: Object and External metrics with a Value. */
    ReplicaCount total(long milliValue, long milliTarget, int currentReplicas) throws MetricFailure {
        double ratio = (double) milliValue / milliTarget;
        if (currentReplicas == 0) {
            // no pods to multiply with: wake up with as many as the ratio says
            return count(GoNumbers.replicas(ratio), ratio, milliValue, 0, Rule.VALUE_PER_TARGET);
        }
        if (tolerances.covers(ratio)) {
            return count(currentReplicas, ratio, milliValue, 0, Rule.WITHIN_TOLERANCE);
        }
        int ready = readyPods();
        return count(GoNumbers.replicas(ratio * ready), ratio, milliValue, ready, Rule.RATIO_TIMES_PODS);
    }

    /**
     * For a total of which each replica should bear a share: Object and External metrics with an AverageValue.
     *
     * @param statusReplicas replicas that exist, of which the present average is taken
     */
    ReplicaCount totalPerReplica(long milliValue, long milliTarget, int statusReplicas) {
        double ratio = milliValue / ((double) milliTarget * statusReplicas);
        long average = GoNumbers.roundedUp((double) milliValue / statusReplicas);
        if (tolerances.covers(ratio)) {
            return count(statusReplicas, ratio, average, 0, Rule.WITHIN_TOLERANCE);
        }
        int replicas = GoNumbers.replicas((double) milliValue / milliTarget);
        return count(replicas, ratio, average, 0, Rule.VALUE_PER_TARGET);
    }

    private static ReplicaCount count(int replicas, double ratio, long milliUsage, int readyReplicas, Rule rule) {
        return new ReplicaCount(replicas, ratio, null, milliUsage, null, null, readyReplicas, rule);
    }

    private int readyPods() throws MetricFailure {
        try {
            requirePods();
        } catch (MetricFailure e) {
            throw new MetricFailure("unable to calculate ready pods: " + e.text());
        }
        int ready = 0;
        for (var pod : pods) {
            if (Pod.Phase.RUNNING.equals(pod.status().phase())
                    && PodConditions.isTrue(pod.status(), PodConditionType.READY)) {
                ready++;
            }
        }
        return ready;
    }

    private void requirePods() throws MetricFailure {
        if (pods.isEmpty()) {
            throw new MetricFailure("no pods returned by selector while calculating replica count");
        }
    }
}
