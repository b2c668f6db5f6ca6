package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The DisruptionTarget condition of a pod: set by whoever is about to disrupt it, believed for two minutes (upstream
 * {@code nonTerminatingPodHasStaleDisruptionCondition}).
 */
final class StaleDisruption {
    /** How long the condition is believed of a pod that is not being deleted. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final String BY_KUBELET = "TerminationByKubelet";

    private StaleDisruption() {}

    /** The pod as the eviction API marks it before deleting it. */
    static Pod marked(Pod pod, Instant now) {
        return with(
                pod,
                ConditionStatus.TRUE,
                "EvictionByEvictionAPI",
                "Eviction API: evicting",
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The pod after the disruption did not come. */
    static Pod withdrawn(Pod pod, Instant now) {
        return with(pod, ConditionStatus.FALSE, null, null, now.truncatedTo(ChronoUnit.SECONDS));
    }

    static boolean isTarget(Pod pod) {
        return PodConditions.isTrue(pod.status(), PodConditionType.DISRUPTION_TARGET);
    }

    /**
     * How long until the condition is stale; zero if it is, empty if it never will be: the pod is being deleted or has ended, or
     * its own kubelet is ending it, which may take any time.
     */
    static Optional<Duration> staleIn(Pod pod, Instant now) {
        var condition = PodConditions.find(pod.status(), PodConditionType.DISRUPTION_TARGET);
        if (condition.isEmpty()
                || !isTarget(pod)
                || BY_KUBELET.equals(condition.get().reason())
                || pod.metadata().isBeingDeleted()
                || PodHealth.isFinished(pod)) {
            return Optional.empty();
        }
        var since = Absent.or(condition.get().lastTransitionTime(), Instant.EPOCH);
        var wait = Duration.between(now, since.plus(TIMEOUT));
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Pod with(Pod pod, String status, @Nullable String reason, @Nullable String message, Instant now) {
        var condition = new PodCondition(PodConditionType.DISRUPTION_TARGET, 0, status, null, now, reason, message);
        return pod.withStatus(PodConditions.with(pod.status(), condition));
    }
}
