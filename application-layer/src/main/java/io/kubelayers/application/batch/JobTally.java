package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The count of a Job's finished pods: those in the counters, those noted but not yet counted, and new ones.
 *
 * <p>Notes whose pod is gone or released become part of the counters. Upstream source: {@code
 * trackJobStatusAndRemoveFinalizers} in {@code pkg/controller/job/job_controller.go}.
 */
final class JobTally {
    private final Job job;
    private final List<Pod> owned;
    private final boolean indexed;
    private final int completions;
    private final Set<String> notedSucceeded = new LinkedHashSet<>();
    private final Set<String> notedFailed = new LinkedHashSet<>();
    private final TreeSet<Integer> indexes;
    private int countedSucceeded;
    private int countedFailed;
    private @Nullable String failJob;
    final List<Pod> succeededPods = new ArrayList<>();
    final List<Pod> failedPods = new ArrayList<>();
    final List<Pod> release = new ArrayList<>();

    JobTally(Job job, List<Pod> owned) {
        this.job = job;
        this.owned = owned;
        this.indexed = JobSpec.CompletionMode.INDEXED.equals(job.spec().completionMode());
        this.completions = job.spec().completions() == null
                ? Integer.MAX_VALUE
                : job.spec().completions();
        this.indexes = CompletionIndexes.parse(job.status().completedIndexes(), completions);
        this.countedSucceeded = job.status().succeeded();
        this.countedFailed = job.status().failed();
        settleNotes();
        for (var pod : owned) {
            note(pod);
        }
    }

    private void settleNotes() {
        var notes = job.status().uncountedTerminatedPods();
        if (notes == null) {
            return;
        }
        Set<String> tracked = new HashSet<>();
        for (var pod : owned) {
            if (JobPods.isTracked(pod)) {
                tracked.add(pod.metadata().uid());
            }
        }
        for (var uid : notes.succeeded()) {
            if (tracked.contains(uid)) {
                notedSucceeded.add(uid);
            } else {
                countedSucceeded++;
            }
        }
        for (var uid : notes.failed()) {
            if (tracked.contains(uid)) {
                notedFailed.add(uid);
            } else {
                countedFailed++;
            }
        }
    }

    private void note(Pod pod) {
        boolean succeeded = Pod.Phase.SUCCEEDED.equals(pod.status().phase());
        boolean failed = !succeeded && isFailed(pod);
        if (succeeded) {
            succeededPods.add(pod);
        } else if (failed) {
            failedPods.add(pod);
        }
        if (!JobPods.isTracked(pod) || !(succeeded || failed)) {
            return;
        }
        release.add(pod);
        if (succeeded) {
            noteSucceeded(pod);
        } else {
            noteFailed(pod);
        }
    }

    private void noteSucceeded(Pod pod) {
        if (!indexed) {
            notedSucceeded.add(pod.metadata().uid());
        } else if (JobPods.index(pod) >= 0 && JobPods.index(pod) < completions) {
            indexes.add(JobPods.index(pod));
        }
    }

    private void noteFailed(Pod pod) {
        boolean hasPlace = !indexed || (JobPods.index(pod) >= 0 && JobPods.index(pod) < completions);
        var failure = PodFailure.of(job.spec().podFailurePolicy(), pod);
        if (failJob == null) {
            failJob = failure.failJob();
        }
        if (hasPlace && failure.counts()) {
            notedFailed.add(pod.metadata().uid());
        }
    }

    /** Failed pods that nobody has counted or noted yet. */
    List<Pod> uncountedFailures() {
        var pods = new ArrayList<Pod>();
        for (var pod : failedPods) {
            if (JobPods.isTracked(pod)) {
                pods.add(pod);
            }
        }
        return pods;
    }

    /** Pods that are being deleted and have not ended. */
    List<Pod> terminating() {
        return owned.stream().filter(PodAvailability::isTerminating).toList();
    }

    /** These pods are counted later, so they are not released. */
    void hold(Collection<Pod> pods) {
        var notes = job.status().uncountedTerminatedPods();
        Set<@Nullable String> held = new HashSet<>();
        for (var pod : pods) {
            held.add(pod.metadata().uid());
            if (notes == null || !notes.failed().contains(pod.metadata().uid())) {
                notedFailed.remove(pod.metadata().uid());
            }
        }
        release.removeIf(pod -> held.contains(pod.metadata().uid()));
    }

    /** The Job has succeeded: what still runs counts neither way. */
    void letGo(List<Pod> active) {
        for (var pod : active) {
            if (JobPods.isTracked(pod)) {
                release.add(pod);
            }
        }
    }

    /** The Job has failed: what still runs counts as failed. */
    void giveUp(List<Pod> active) {
        for (var pod : active) {
            if (JobPods.isTracked(pod)) {
                notedFailed.add(pod.metadata().uid());
                release.add(pod);
            }
        }
    }

    /** Failed, or deleted before it could end; under replacement policy Failed only the former. */
    private boolean isFailed(Pod pod) {
        if (Pod.Phase.FAILED.equals(pod.status().phase())) {
            return true;
        }
        return !JobPods.onlyFailedAreReplaced(job) && PodAvailability.isTerminating(pod);
    }

    int succeeded() {
        return indexed ? indexes.size() : countedSucceeded + notedSucceeded.size();
    }

    int failed() {
        return countedFailed + notedFailed.size();
    }

    /** Why a rule of the pod failure policy fails the Job; null if none does. */
    @Nullable
    String failJob() {
        return failJob;
    }

    boolean isIndexed() {
        return indexed;
    }

    TreeSet<Integer> indexes() {
        return indexes;
    }

    /** Whether all finished pods are in the counters. */
    boolean isSettled() {
        return notedSucceeded.isEmpty() && notedFailed.isEmpty() && release.isEmpty();
    }

    Job.Status into(Job.Status status) {
        return status.withSucceeded(indexed ? indexes.size() : countedSucceeded)
                .withFailed(countedFailed)
                .withCompletedIndexes(indexed ? CompletionIndexes.format(indexes) : null)
                .withUncountedTerminatedPods(
                        new Job.UncountedTerminatedPods(List.copyOf(notedSucceeded), List.copyOf(notedFailed)));
    }
}
