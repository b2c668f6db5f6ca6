package io.kubelayers.application.batch;

import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The retries that each index of a Job has for itself ({@code backoffLimitPerIndex}).
 *
 * <p>How often an index has failed is written on its newest pod. So the last failed pod of an index is kept, neither
 * released nor counted, until its replacement is there and carries the number on. Upstream source: {@code
 * indexed_job_utils.go} and {@code backoff_utils.go} in {@code pkg/controller/job}.
 */
final class IndexRetries {
    /** Annotation of a pod: failures of its index before it that count. */
    static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";
    /** Annotation of a pod: failures of its index before it that the pod failure policy ignores. */
    static final String IGNORED = "batch.kubernetes.io/job-index-ignored-failure-count";

    private final JobSpec spec;
    private final int limit;
    private final TreeSet<Integer> failed;
    private final TreeMap<Integer, Pod> last = new TreeMap<>();

    private IndexRetries(Job job, int limit) {
        this.spec = job.spec();
        this.limit = limit;
        this.failed = CompletionIndexes.parse(job.status().failedIndexes(), completions());
    }

    /**
     * Looks at a Job's indexes; null if they have no retries of their own.
     *
     * @param failures pods that failed and are not counted yet
     * @param done indexes that succeeded
     * @param active pods that run
     */
    static @Nullable IndexRetries of(Job job, List<Pod> failures, Set<Integer> done, List<Pod> active) {
        var limit = job.spec().backoffLimitPerIndex();
        if (limit == null || !JobSpecChecks.isIndexed(job.spec())) {
            return null;
        }
        var retries = new IndexRetries(job, limit);
        failures.forEach(retries::judge);
        Set<Integer> busy = new TreeSet<>(done);
        active.forEach(pod -> busy.add(JobPods.index(pod)));
        failures.forEach(pod -> retries.keep(pod, busy));
        return retries;
    }

    private int completions() {
        return spec.completions() == null ? Integer.MAX_VALUE : spec.completions();
    }

    private boolean isIndex(int index) {
        return index >= 0 && index < completions();
    }

    private void judge(Pod pod) {
        int index = JobPods.index(pod);
        var failure = PodFailure.of(spec.podFailurePolicy(), pod);
        if (isIndex(index) && (failure.failsIndex() || failure.counts() && number(pod, FAILURES) >= limit)) {
            failed.add(index);
        }
    }

    private void keep(Pod pod, Set<Integer> busy) {
        int index = JobPods.index(pod);
        if (!isIndex(index) || failed.contains(index) || busy.contains(index)) {
            return;
        }
        last.merge(index, pod, (before, other) -> isLater(other, before) ? other : before);
    }

    private static boolean isLater(Pod pod, Pod other) {
        return attempts(pod) >= attempts(other) && !JobBackoff.finished(pod).isBefore(JobBackoff.finished(other));
    }

    /** Indexes that will not be tried again. */
    TreeSet<Integer> failed() {
        return failed;
    }

    /** Pods that are kept until they are replaced. */
    Collection<Pod> kept() {
        return last.values();
    }

    /** How long an index waits before it is tried again; zero if it may be tried now. */
    Duration remaining(int index, Instant now) {
        var pod = last.get(index);
        return pod == null ? Duration.ZERO : JobBackoff.remaining(attempts(pod) + 1, JobBackoff.finished(pod), now);
    }

    /** The pod of an index with the number of failures before it. */
    Pod numbered(Pod pod, int index) {
        var before = last.get(index);
        long failures = 0;
        long ignored = 0;
        if (before != null) {
            boolean counts = PodFailure.of(spec.podFailurePolicy(), before).counts();
            failures = number(before, FAILURES) + (counts ? 1 : 0);
            ignored = number(before, IGNORED) + (counts ? 0 : 1);
        }
        var annotations = new TreeMap<>(pod.metadata().annotations());
        annotations.put(FAILURES, String.valueOf(failures));
        if (ignored > 0) {
            annotations.put(IGNORED, String.valueOf(ignored));
        }
        return pod.withMetadata(pod.metadata().withAnnotations(annotations));
    }

    private static long attempts(Pod pod) {
        return number(pod, FAILURES) + number(pod, IGNORED);
    }

    /** What is no number of 32 bits, because somebody else wrote it, is 0. */
    private static long number(Pod pod, String annotation) {
        var text = pod.metadata().annotations().get(annotation);
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
