package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.HostPorts;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two pods cannot take the same host port on a node, unless they bind it to different addresses or protocols.
 *
 * <p>Reads {@code hostPort}, {@code hostIP} and {@code protocol} of containers and sidecars. Upstream:
 * {@code plugins/nodeports/node_ports.go}.
 */
public final class NodePorts implements NodeLocal, PreFilterPlugin, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "NodePorts";

    private static final Status REJECTED =
            Status.unschedulable("node(s) didn't have free ports for the requested pod ports");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        return pod.hostPorts().isEmpty() ? PreFilterResult.skip() : PreFilterResult.all();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        HostPorts used = node.usedPorts();
        return used.conflictWith(pod.hostPorts()) ? REJECTED : Status.success();
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(ClusterEvent.Resource.ASSIGNED_POD, ClusterEvent.Action.DELETE)
                        .when(NodePorts::freesAPort),
                ClusterEventWithHint.on(ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD));
    }

    private static boolean freesAPort(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(before instanceof Pod gone)) {
            return true;
        }
        for (var wanted : waiting.hostPorts()) {
            if (PodInfo.of(gone).hostPorts().stream().anyMatch(wanted::conflictsWith)) {
                return true;
            }
        }
        return false;
    }
}
