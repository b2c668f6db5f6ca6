package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.Diagnosis;
import io.kubelayers.application.scheduling.framework.NodeStatuses;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * One pod's way from the queue to the door of a node: find a node, reserve it, ask for permission. The
 * {@link BindingCycle} goes through the door. Upstream: {@code schedulingCycle} of {@code schedule_one.go}.
 *
 * <p>Reads no clock and does no I/O itself; Reserve and Permit plugins may keep books of their own.
 */
public final class SchedulingCycle {
    private final Framework framework;

    public SchedulingCycle(Framework framework) {
        this.framework = framework;
    }

    /**
     * @param pod as it came out of the queue
     * @param start where the search for nodes starts, from the previous attempt
     * @param random picks one of several best nodes
     */
    public Attempt run(PodInfo pod, Snapshot snapshot, int start, RandomGenerator random) {
        return run(pod, snapshot, ClusterObjects.NONE, start, random);
    }

    /** The same where there is more than nodes and pods. */
    public Attempt run(PodInfo pod, Snapshot snapshot, ClusterObjects objects, int start, RandomGenerator random) {
        var decision = new Decider(framework, snapshot, objects, false).cycle(pod, start, random);
        var placement = decision.placement();
        var node = placement.node();
        if (node == null) {
            return new Attempt(placement, null, new TreeMap<>(), decision.state(), decision.nextStart());
        }
        var assumed = pod.on(node);
        var reserved = framework.runReserve(decision.state(), assumed, node);
        var permission = reserved.isSuccess()
                ? framework.runPermit(decision.state(), assumed, node)
                : new Permission(reserved, new TreeMap<>());
        if (permission.status().isSuccess() || permission.status().isWait()) {
            return new Attempt(placement, assumed, permission.waits(), decision.state(), decision.nextStart());
        }
        framework.runUnreserve(decision.state(), assumed, node);
        var refused = refused(placement, permission.status());
        return new Attempt(refused, null, new TreeMap<>(), decision.state(), decision.nextStart());
    }

    /** The attempt that came to nothing since a plugin did not return. */
    static Attempt failed(PodInfo pod, Snapshot snapshot, int start, String message) {
        var placement = Decider.failed(pod, snapshot, message);
        return new Attempt(placement, null, new TreeMap<>(), CycleState.over(snapshot), start);
    }

    /** The placement as it is when the chosen node is refused after all: upstream's message counts that node alone. */
    static Placement refused(Placement placement, Status status) {
        var pod = placement.pod();
        if (!status.isRejected()) {
            return new Placement(
                    pod,
                    Placement.Outcome.FAILED,
                    null,
                    "",
                    placement.statuses(),
                    List.of(),
                    placement.scores(),
                    null,
                    null,
                    status.message(),
                    placement.notes());
        }
        var chosen = placement.statuses().snapshot().node(placement.node() == null ? "" : placement.node());
        var alone = chosen == null ? Snapshot.empty() : Snapshot.of(List.of(chosen.node()), List.of());
        var statuses = new Status[alone.size()];
        Arrays.fill(statuses, status);
        var diagnosis = Diagnosis.filtered(NodeStatuses.of(alone, statuses, Status.unresolvable()));
        return new Placement(
                pod,
                Placement.Outcome.UNSCHEDULABLE,
                null,
                "",
                diagnosis.statuses(),
                List.of(),
                ScoreTable.empty(),
                diagnosis,
                null,
                diagnosis.fitError(),
                placement.notes());
    }
}
