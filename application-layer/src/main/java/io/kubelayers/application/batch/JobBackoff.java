package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        var wait = FIRST;
        for (int i = 1; i < failures.size() && wait.compareTo(MOST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        var left = Duration.between(now, last.plus(wait.compareTo(MOST) > 0 ? MOST : wait));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** When a pod ended: its last container, else when it stopped being ready, was deleted or was created. */
    static Instant finished(Pod pod) {
        Instant last = null;
        for (ContainerStatus status : pod.status().containerStatuses()) {
            var terminated = status.state().terminated();
            if (terminated != null && terminated.finishedAt() != null) {
                last = last == null ? terminated.finishedAt() : later(last, terminated.finishedAt());
            }
        }
        if (last != null) {
            return last;
        }
        var ready = PodAvailability.condition(pod, PodConditionType.READY);
        if (ready != null && ready.status().equals("False") && ready.lastTransitionTime() != null) {
            return ready.lastTransitionTime();
        }
        var metadata = pod.metadata();
        return first(metadata.deletionTimestamp(), first(metadata.creationTimestamp(), Instant.EPOCH));
    }

    private static Instant first(@Nullable Instant time, Instant otherwise) {
        return time == null ? otherwise : time;
    }
}
