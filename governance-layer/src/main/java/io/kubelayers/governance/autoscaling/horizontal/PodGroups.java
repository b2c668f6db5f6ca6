package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a workload by how far their metric can be trusted (upstream {@code groupPods} in
 * {@code replica_calculator.go}). Each list holds pod names in the order of the pods.
 *
 * @param ready sampled and counted
 * @param unready pending, or (for CPU) still starting: their samples mislead
 * @param missing without a sample
 * @param ignored failed or going away: no longer part of the workload
 */
public record PodGroups(List<String> ready, List<String> unready, List<String> missing, List<String> ignored) {
    /** Go's zero time, for times that were never set. */
    static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    static PodGroups of(
            List<Pod> pods, Map<String, PodSample> samples, String resource, HpaOptions options, Instant now) {
        var groups = new PodGroups(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var pod : pods) {
            groups.groupOf(pod, samples, resource, options, now)
                    .add(pod.metadata().nameOrEmpty());
        }
        return groups;
    }

    private List<String> groupOf(
            Pod pod, Map<String, PodSample> samples, String resource, HpaOptions options, Instant now) {
        if (pod.metadata().deletionTimestamp() != null
                || Pod.Phase.FAILED.equals(pod.status().phase())) {
            return ignored;
        }
        if (Pod.Phase.PENDING.equals(pod.status().phase())) {
            return unready;
        }
        var sample = samples.get(pod.metadata().nameOrEmpty());
        if (sample == null) {
            return missing;
        }
        if (ResourceName.CPU.equals(resource) && starting(pod, sample, options, now)) {
            return unready;
        }
        return ready;
    }

    /** Whether a pod's CPU sample may show its start-up instead of its work. */
    private static boolean starting(Pod pod, PodSample sample, HpaOptions options, Instant now) {
        var condition = PodConditions.find(pod.status(), PodConditionType.READY).orElse(null);
        var startTime = pod.status().startTime();
        if (condition == null || startTime == null) {
            return true;
        }
        var notReady = ConditionStatus.FALSE.equals(condition.status());
        var lastTransition = transition(condition);
        if (startTime.plus(options.cpuInitializationPeriod()).isAfter(now)) {
            return notReady || sample.timestamp().isBefore(lastTransition.plus(sample.window()));
        }
        // unready since (about) its start: it has never been ready
        return notReady && startTime.plus(options.initialReadinessDelay()).isAfter(lastTransition);
    }

    private static Instant transition(PodCondition condition) {
        @Nullable Instant time = condition.lastTransitionTime();
        return time == null ? NEVER : time;
    }
}
