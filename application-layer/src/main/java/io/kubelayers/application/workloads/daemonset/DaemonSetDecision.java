package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a DaemonSet does next: pods for nodes that lack theirs, an end for those that are too many or out of place, and
 * then one step of a rolling update.
 *
 * <p>Upstream source: {@code pkg/controller/daemon/daemon_controller.go} and {@code update.go}.
 *
 * @param revision the revision of the present template, and whether it must be written first
 * @param create pods to create
 * @param delete pods to delete
 * @param failed those of the pods to delete that have failed: they are replaced with a back-off
 * @param forget revisions beyond the history limit
 * @param events what to tell about pods that ended
 * @param status what to report
 * @param checkAgainAfter when a pod becomes available by the passing of time; null if none will
 * @param finding the reasons, one child a node
 */
public record DaemonSetDecision(
        TemplateRevisions.Sync revision,
        List<Pod> create,
        List<Pod> delete,
        List<Pod> failed,
        List<ControllerRevision> forget,
        List<WorkloadEvent> events,
        DaemonSet.Status status,
        @Nullable Duration checkAgainAfter,
        Finding finding)
        implements Explained {
    /** Most pods that are created or deleted in one step. */
    public static final int BURST = 250;

    public DaemonSetDecision {
        create = List.copyOf(create);
        delete = List.copyOf(delete);
        failed = List.copyOf(failed);
        forget = List.copyOf(forget);
        events = List.copyOf(events);
    }

    /**
     * Decides the next step.
     *
     * @param set the set, with its status as last reported
     * @param owned the pods it manages
     * @param nodes the nodes of the cluster
     * @param history its revisions
     * @param now time for availability
     */
    public static DaemonSetDecision of(
            DaemonSet set, List<Pod> owned, List<Node> nodes, List<ControllerRevision> history, Instant now) {
        return new DaemonSetWork(set, owned, nodes, history, now).decide();
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
