package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;

/**
 * Binds a pod that has a node and every permission: PreBind, Bind, PostBind. Upstream: {@code bindingCycle} of
 * {@code schedule_one.go}, after the wait for Permit.
 */
public final class BindingCycle {
    private final Framework framework;

    public BindingCycle(Framework framework) {
        this.framework = framework;
    }

    /**
     * Binds the pod of a successful attempt. When that fails, what was reserved is given back and the pod is to be tried
     * again after a back-off; it never counts as unschedulable for it. When PreBind waits for others, the answer is to
     * wait, nothing is given back, and the attempt is to be run again.
     *
     * @throws IllegalArgumentException if the attempt found no node
     */
    public Status run(Attempt attempt) {
        PodInfo pod = attempt.assumed();
        if (pod == null || pod.node() == null) {
            throw new IllegalArgumentException(attempt.placement().pod().key() + " has no node to be bound to");
        }
        var node = pod.node();
        var status = framework.runPreBind(attempt.state(), pod, node);
        if (status.isWait()) {
            return status;
        }
        if (status.isSuccess()) {
            status = framework.runBind(attempt.state(), pod, node);
        }
        if (status.isSkip()) {
            status = Status.error(
                    "no Bind plugin of profile \"" + framework.profile().schedulerName() + "\" binds pod " + pod.key());
        }
        if (status.isSuccess()) {
            return framework.runPostBind(attempt.state(), pod, node);
        }
        framework.runUnreserve(attempt.state(), pod, node);
        return status;
    }

    /** Gives up an attempt that Permit refused while it waited, or whose time ran out. */
    public Placement giveUp(Attempt attempt, Status refusal) {
        PodInfo pod = attempt.assumed();
        if (pod != null && pod.node() != null) {
            framework.runUnreserve(attempt.state(), pod, pod.node());
        }
        return SchedulingCycle.refused(attempt.placement(), refusal);
    }
}
