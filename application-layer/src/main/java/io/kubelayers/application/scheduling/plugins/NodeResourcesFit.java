package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A node must have what the pod requests: room for one more pod, cpu, memory, ephemeral storage, extended resources,
 * huge pages. Nodes that have are ranked by a {@link ScoringStrategy}.
 *
 * <p>Reads requests, overhead and pod level resources of the pod, and {@code status.allocatable} of the node. Rejects as
 * {@code Insufficient cpu}; unresolvable when even the empty node would be too small. Upstream:
 * {@code plugins/noderesources/fit.go}.
 */
public final class NodeResourcesFit implements NodeLocal, FilterPlugin, PreScorePlugin, ScorePlugin, EnqueueExtensions {
    public static final String NAME = "NodeResourcesFit";

    private static final StateKey<long[]> PRE_SCORE = StateKey.named("PreScore" + NAME);

    private final Set<String> ignoredResources;
    private final Set<String> ignoredGroups;
    private final ScoringStrategy strategy;
    private final AllocationScorer scorer;

    private NodeResourcesFit(Set<String> ignoredResources, Set<String> ignoredGroups, ScoringStrategy strategy) {
        this.ignoredResources = ignoredResources;
        this.ignoredGroups = ignoredGroups;
        this.strategy = strategy;
        this.scorer = new AllocationScorer(strategy.resources(), false);
    }

    /** As in the default profile: prefers the emptier node. */
    public static NodeResourcesFit standard() {
        return scoring(ScoringStrategy.leastAllocated());
    }

    /** With another ranking. */
    public static NodeResourcesFit scoring(ScoringStrategy strategy) {
        return new NodeResourcesFit(Set.of(), Set.of(), strategy);
    }

    /**
     * The same, but extended resources of these names ({@code example.com/gpu}) or groups ({@code example.com}) are
     * somebody else's business.
     */
    public NodeResourcesFit ignoring(Set<String> resources, Set<String> groups) {
        return new NodeResourcesFit(Set.copyOf(resources), Set.copyOf(groups), strategy);
    }

    /** The same, leaving these resources to somebody else in place of those it left before; groups stay as they are. */
    public NodeResourcesFit ignoring(Set<String> resources) {
        return ignoring(resources, ignoredGroups);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var lack = ResourceLack.of(pod.requests(), node, ignoredResources, ignoredGroups);
        return lack.status();
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        state.write(PRE_SCORE, scorer.requestsOf(pod));
        return Status.success();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        var written = state.read(PRE_SCORE);
        var requests = written == null ? scorer.requestsOf(pod) : written;
        return strategy.score(scorer.requested(node, requests), scorer.allocatable(node, requests));
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(ClusterEvent.Resource.ASSIGNED_POD, ClusterEvent.Action.DELETE),
                ClusterEventWithHint.on(ClusterEvent.Resource.ASSIGNED_POD, ClusterEvent.Action.UPDATE_POD_SCALE_DOWN)
                        .when(NodeResourcesFit::frees),
                ClusterEventWithHint.on(ClusterEvent.Resource.TARGET_POD, ClusterEvent.Action.UPDATE_POD_SCALE_DOWN),
                ClusterEventWithHint.on(
                                ClusterEvent.Resource.NODE,
                                ClusterEvent.Action.ADD,
                                ClusterEvent.Action.UPDATE_NODE_ALLOCATABLE)
                        .when(this::fitsTheEmptyNode));
    }

    private boolean fitsTheEmptyNode(
            PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(after instanceof Node node)) {
            return true;
        }
        var now = NodeInfo.of(node);
        if (!ResourceLack.of(waiting.requests(), now, ignoredResources, ignoredGroups)
                .isNone()) {
            return false;
        }
        return !(before instanceof Node earlier) || gained(waiting, NodeInfo.of(earlier), now);
    }

    /** Whether the node has more than before of something the pod wants. */
    private static boolean gained(PodInfo waiting, NodeInfo before, NodeInfo now) {
        return now.allocatable().pods() > before.allocatable().pods()
                || isMore(waiting, before.allocatable(), now.allocatable());
    }

    /** Whether a pod that was scaled down holds less of something the waiting one wants. */
    private static boolean frees(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        return !(before instanceof Pod held)
                || !(after instanceof Pod holds)
                || isMore(
                        waiting, PodInfo.of(holds).requests(), PodInfo.of(held).requests());
    }

    private static boolean isMore(PodInfo waiting, Resources less, Resources more) {
        var wanted = new TreeSet<>(waiting.requests().scalarNames());
        wanted.addAll(List.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE));
        for (var resource : wanted) {
            if (waiting.requests().get(resource) > 0 && more.get(resource) > less.get(resource)) {
                return true;
            }
        }
        return false;
    }
}
