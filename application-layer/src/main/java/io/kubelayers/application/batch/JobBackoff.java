package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a Job waits before it replaces a failed pod: 10 seconds, doubled with each failure since the last success, at
 * most 10 minutes, counted from the last failure.
 *
 * <p>Upstream source: {@code pkg/controller/job/backoff_utils.go}.
 */
final class JobBackoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(10);

    private JobBackoff() {}

    /** The time left; zero if a pod may be created now. */
    static Duration remaining(List<Pod> succeeded, List<Pod> failed, Instant now) {
        Instant lastSuccess = Instant.MIN;
        for (var pod : succeeded) {
            lastSuccess = later(lastSuccess, finished(pod));
        }
        var failures = new ArrayList<Instant>();
        for (var pod : failed) {
            var time = finished(pod);
            if (time.isAfter(lastSuccess)) {
                failures.add(time);
            }
        }
        if (failures.isEmpty()) {
            return Duration.ZERO;
        }
        Instant last = Instant.MIN;
        for (var time : failures) {
            last = later(last, time);
        }
        return remaining(failures.size(), last, now);
    }

    /** The time left after so many failures, the last one at that time. */
    static Duration remaining(long failures, Instant last, Instant now) {
        var wait = FIRST;
        for (long i = 1; i < failures && wait.compareTo(MOST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        var left = Duration.between(now, last.plus(wait.compareTo(MOST) > 0 ? MOST : wait));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** When a pod ended: its last container, else when it stopped being ready, began to be deleted or was created. */
    static Instant finished(Pod pod) {
        var last = lastContainer(pod);
        if (last != null) {
            return last;
        }
        var ready = PodAvailability.condition(pod, PodConditionType.READY);
        if (ready != null && ready.status().equals("False") && ready.lastTransitionTime() != null) {
            return ready.lastTransitionTime();
        }
        var metadata = pod.metadata();
        if (metadata.deletionTimestamp() != null) {
            var grace = metadata.deletionGracePeriodSeconds();
            return metadata.deletionTimestamp().minusSeconds(grace == null ? 0 : grace);
        }
        return first(metadata.creationTimestamp(), Instant.EPOCH);
    }

    /** When the last container ended, sidecars included; null while one has not. */
    private static @Nullable Instant lastContainer(Pod pod) {
        var statuses = new ArrayList<>(pod.status().containerStatuses());
        var sidecars = new HashSet<String>();
        for (var init : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(init.restartPolicy())) {
                sidecars.add(init.name());
            }
        }
        for (var status : pod.status().initContainerStatuses()) {
            if (sidecars.contains(status.name())) {
                statuses.add(status);
            }
        }
        Instant last = null;
        for (var status : statuses) {
            var terminated = status.state().terminated();
            if (terminated == null || terminated.finishedAt() == null) {
                return null;
            }
            last = last == null ? terminated.finishedAt() : later(last, terminated.finishedAt());
        }
        return last;
    }

    private static Instant first(@Nullable Instant time, Instant otherwise) {
        return time == null ? otherwise : time;
    }
}
