package io.kubelayers.examples;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;

/** A scheduler plugin of one's own: pods of different tenants, told by a label, never share a node. */
public final class OneTenantPerNode implements FilterPlugin {
    private static final String TENANT = "tenant";

    @Override
    public String name() {
        return "OneTenantPerNode";
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var tenant = pod.labels().get(TENANT);
        for (var other : node.pods()) {
            var theirs = other.labels().get(TENANT);
            if (tenant != null && theirs != null && !tenant.equals(theirs)) {
                return Status.unschedulable("node(s) belonged to tenant " + theirs);
            }
        }
        return Status.success();
    }
}
