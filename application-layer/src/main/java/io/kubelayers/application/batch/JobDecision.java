package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Job does next: pods to start or stop, what to count, and when it has succeeded or failed.
 *
 * <p>No pod is lost or counted twice, whatever crashes in between: a finished pod is first noted in {@code
 * status.uncountedTerminatedPods}, then released from its finalizer, then counted. So the writes must be made in the
 * order of the components, and the next decision moves the notes into the counters. Upstream source: {@code syncJob} in
 * {@code pkg/controller/job/job_controller.go}.
 *
 * @param create pods to create
 * @param abandon pods to release and then delete, which count neither way: a suspended Job's, or surplus ones
 * @param stop pods to delete because the Job is over
 * @param status what to report
 * @param release pods whose finalizer is removed once the status is stored
 * @param events what to tell
 * @param checkAgainAfter when a deadline or back-off ends; null if none does
 * @param expired whether the Job has outlived ttlSecondsAfterFinished and is to be deleted
 * @param finding the reasons
 */
public record JobDecision(
        List<Pod> create,
        List<Pod> abandon,
        List<Pod> stop,
        Job.Status status,
        List<Pod> release,
        List<WorkloadEvent> events,
        @Nullable Duration checkAgainAfter,
        boolean expired,
        Finding finding)
        implements Explained {
    /** Most pods that are created or deleted in one step. */
    public static final int BURST = 500;

    public JobDecision {
        create = List.copyOf(create);
        abandon = List.copyOf(abandon);
        stop = List.copyOf(stop);
        release = List.copyOf(release);
        events = List.copyOf(events);
    }

    /**
     * Decides the next step.
     *
     * @param job the job, with its status as last reported
     * @param owned the pods it manages
     * @param now time for deadlines and back-off
     */
    public static JobDecision of(Job job, List<Pod> owned, Instant now) {
        return new JobWork(job, owned, now).decide();
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
