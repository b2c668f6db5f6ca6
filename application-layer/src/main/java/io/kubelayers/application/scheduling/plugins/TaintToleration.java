package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.NormalizeScore;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node with a NoSchedule or NoExecute taint takes only pods that tolerate it; among the others, those with fewer
 * PreferNoSchedule taints that the pod does not tolerate are preferred.
 *
 * <p>Reads the node's taints and the pod's tolerations. Upstream: {@code plugins/tainttoleration/taint_toleration.go}.
 *
 * <p>Since 1.34.2 the reason does not name the taint, lest users of a namespace learn of the taints of nodes from events; the
 * {@link Status#detail} of a node does.
 */
public final class TaintToleration implements NodeLocal, FilterPlugin, PreScorePlugin, ScorePlugin, EnqueueExtensions {
    public static final String NAME = "TaintToleration";

    private static final StateKey<List<Toleration>> PRE_SCORE = StateKey.named("PreScore" + NAME);
    private static final io.kubelayers.nucleus.affinity.TaintToleration RULE =
            io.kubelayers.nucleus.affinity.TaintToleration.standard();
    private static final Status UNTOLERATED = Status.unresolvable("node(s) had untolerated taint(s)");

    private TaintToleration() {}

    /** As in the default profile. */
    public static TaintToleration standard() {
        return new TaintToleration();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        return untolerated(pod, node.node())
                .map(taint -> UNTOLERATED.with(Taints.text(taint)))
                .orElse(Status.success());
    }

    private static Optional<Taint> untolerated(PodInfo pod, Node node) {
        return node.spec().taints().isEmpty()
                ? Optional.empty()
                : RULE.firstUntolerated(node.spec().taints(), pod.spec().tolerations(), Taints::repelsPods);
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        state.write(PRE_SCORE, ofPreference(pod));
        return Status.success();
    }

    /** The tolerations that speak of PreferNoSchedule, or of every effect. */
    private static List<Toleration> ofPreference(PodInfo pod) {
        return pod.spec().tolerations().stream()
                .filter(toleration ->
                        toleration.effect() == null || toleration.effect().equals(TaintEffect.PREFER_NO_SCHEDULE))
                .toList();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        var written = state.read(PRE_SCORE);
        var tolerations = written == null ? ofPreference(pod) : written;
        long disliked = 0;
        for (var taint : node.node().spec().taints()) {
            if (Taints.discouragesPods(taint) && !RULE.tolerates(tolerations, taint)) {
                disliked++;
            }
        }
        return disliked;
    }

    @Override
    public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
        NormalizeScore.lowestIsBest(scores);
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(
                                ClusterEvent.Resource.NODE,
                                ClusterEvent.Action.ADD,
                                ClusterEvent.Action.UPDATE_NODE_TAINT)
                        .when(TaintToleration::isTolerated),
                ClusterEventWithHint.on(ClusterEvent.Resource.TARGET_POD, ClusterEvent.Action.UPDATE_POD_TOLERATION));
    }

    private static boolean isTolerated(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(after instanceof Node node)) {
            return true;
        }
        boolean was =
                before instanceof Node earlier && untolerated(waiting, earlier).isEmpty();
        return !was && untolerated(waiting, node).isEmpty();
    }
}
