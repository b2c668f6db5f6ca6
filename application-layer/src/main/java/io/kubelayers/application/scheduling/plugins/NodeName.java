package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.List;

/**
 * A pod that names its node goes to that node only.
 *
 * <p>Reads {@code spec.nodeName}. Upstream: {@code plugins/nodename/node_name.go}.
 */
public final class NodeName implements NodeLocal, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "NodeName";

    private static final Status REJECTED = Status.unresolvable("node(s) didn't match the requested node name");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        return pod.node() == null || pod.node().equals(node.name()) ? Status.success() : REJECTED;
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(ClusterEventWithHint.on(ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD));
    }
}
