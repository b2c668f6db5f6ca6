package io.kubelayers.application.batch;

import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pods that a Job creates next, or how long it waits for it: after failures all pods wait together, unless each index
 * has retries of its own, and then waits for itself.
 *
 * <p>Upstream source: {@code manageJob}, {@code firstPendingIndexes} and {@code getPodCreationInfoForIndependentIndexes} in
 * {@code pkg/controller/job}.
 *
 * @param create the pods
 * @param delay how long to wait instead; zero if there is nothing to wait for
 */
record NextPods(List<Pod> create, Duration delay) {
    /** Up to so many pods. */
    static NextPods of(
            Job job, int count, List<Pod> active, JobTally tally, @Nullable IndexRetries retries, Instant now) {
        var wait = retries == null ? JobBackoff.remaining(tally.succeededPods, tally.failedPods, now) : Duration.ZERO;
        if (!wait.isZero()) {
            return new NextPods(List.of(), wait);
        }
        if (tally.isIndexed()) {
            return of(job, pending(job, count, active, tally, retries), retries, now);
        }
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < count; i++) {
            pods.add(JobPods.of(job));
        }
        return new NextPods(pods, Duration.ZERO);
    }

    /** Of indexes whose own wait is over; if there is none, the time until the first one is. */
    private static NextPods of(Job job, List<Integer> indexes, @Nullable IndexRetries retries, Instant now) {
        var pods = new ArrayList<Pod>();
        Duration shortest = null;
        for (int index : indexes) {
            var wait = retries == null ? Duration.ZERO : retries.remaining(index, now);
            if (wait.isZero()) {
                var pod = JobPods.of(job, index);
                pods.add(retries == null ? pod : retries.numbered(pod, index));
            } else if (shortest == null || wait.compareTo(shortest) < 0) {
                shortest = wait;
            }
        }
        return new NextPods(pods, pods.isEmpty() && shortest != null ? shortest : Duration.ZERO);
    }

    /** The first indexes that have neither ended nor a pod. */
    private static List<Integer> pending(
            Job job, int count, List<Pod> active, JobTally tally, @Nullable IndexRetries retries) {
        Set<Integer> taken = new HashSet<>(tally.indexes());
        active.forEach(pod -> taken.add(JobPods.index(pod)));
        if (retries != null) {
            taken.addAll(retries.failed());
        }
        if (JobPods.onlyFailedAreReplaced(job)) {
            tally.terminating().forEach(pod -> taken.add(JobPods.index(pod)));
        }
        int completions = job.spec().completions() == null ? 0 : job.spec().completions();
        var pending = new ArrayList<Integer>();
        for (int index = 0; index < completions && pending.size() < count; index++) {
            if (!taken.contains(index)) {
                pending.add(index);
            }
        }
        return pending;
    }
}
