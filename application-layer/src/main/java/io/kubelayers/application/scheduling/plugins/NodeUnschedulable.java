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
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cordoned node takes only pods that tolerate that.
 *
 * <p>Reads {@code spec.unschedulable} of the node, and the pod's tolerations of the taint
 * {@code node.kubernetes.io/unschedulable}. Upstream: {@code plugins/nodeunschedulable/node_unschedulable.go}.
 */
public final class NodeUnschedulable implements NodeLocal, FilterPlugin, EnqueueExtensions {
    public static final String NAME = "NodeUnschedulable";

    private static final Status REJECTED = Status.unresolvable("node(s) were unschedulable");
    private static final Taint CORDON =
            new Taint("node.kubernetes.io/unschedulable", null, TaintEffect.NO_SCHEDULE, null);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        return node.node().spec().unschedulable() && !toleratesCordon(pod) ? REJECTED : Status.success();
    }

    private static boolean toleratesCordon(PodInfo pod) {
        return io.kubelayers.nucleus.affinity.TaintToleration.standard()
                .tolerates(pod.spec().tolerations(), CORDON);
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(
                                ClusterEvent.Resource.NODE,
                                ClusterEvent.Action.ADD,
                                ClusterEvent.Action.UPDATE_NODE_TAINT)
                        .when(NodeUnschedulable::opens),
                ClusterEventWithHint.on(ClusterEvent.Resource.TARGET_POD, ClusterEvent.Action.UPDATE_POD_TOLERATION)
                        .when((waiting, before, after) -> toleratesCordon(waiting)));
    }

    private static boolean opens(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(after instanceof Node node)) {
            return true;
        }
        boolean wasOpen = before instanceof Node earlier && !earlier.spec().unschedulable();
        return !wasOpen && !node.spec().unschedulable();
    }
}
