package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What workload controllers ask of a pod: is it active, ready, available, on its way out?
 *
 * <p>A pod is <em>ready</em> when its Ready condition says so and <em>available</em> once it has been ready for
 * {@code minReadySeconds}. Upstream source: {@code pkg/api/v1/pod/util.go} and {@code pkg/controller/controller_utils.go}.
 */
public final class PodAvailability {
    private PodAvailability() {}

    /** The condition of that type, or null. */
    public static @Nullable PodCondition condition(Pod pod, String type) {
        for (var condition : pod.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    /** Whether the Ready condition is True. */
    public static boolean isReady(Pod pod) {
        var ready = condition(pod, PodConditionType.READY);
        return ready != null && ready.status().equals(ConditionStatus.TRUE);
    }

    /** Since when the pod has been ready; null if it is not, or if the condition carries no time. */
    public static @Nullable Instant readySince(Pod pod) {
        var ready = condition(pod, PodConditionType.READY);
        return ready != null && ready.status().equals(ConditionStatus.TRUE) ? ready.lastTransitionTime() : null;
    }

    /** Whether the pod has been ready for that many seconds; 0 asks for readiness only. */
    public static boolean isAvailable(Pod pod, int minReadySeconds, Instant now) {
        if (!isReady(pod)) {
            return false;
        }
        if (minReadySeconds == 0) {
            return true;
        }
        var since = readySince(pod);
        return since != null && !since.plusSeconds(minReadySeconds).isAfter(now);
    }

    /** How long until a ready pod becomes available; null if it is available already, or not even ready. */
    public static @Nullable Duration untilAvailable(Pod pod, int minReadySeconds, Instant now) {
        var since = readySince(pod);
        if (since == null || minReadySeconds <= 0) {
            return null;
        }
        var wait = Duration.between(now, since.plusSeconds(minReadySeconds));
        return wait.isNegative() || wait.isZero() ? null : wait;
    }

    /** Whether the phase is Succeeded or Failed: no container will run again. */
    public static boolean isTerminal(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    /** Whether the pod counts as a replica: neither ended nor being deleted. */
    public static boolean isActive(Pod pod) {
        return !isTerminal(pod) && pod.metadata().deletionTimestamp() == null;
    }

    /** Whether the pod is being deleted but still has something running. */
    public static boolean isTerminating(Pod pod) {
        return !isTerminal(pod) && pod.metadata().deletionTimestamp() != null;
    }
}
