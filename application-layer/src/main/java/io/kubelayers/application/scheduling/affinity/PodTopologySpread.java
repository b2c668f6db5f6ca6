package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeFilter;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeScorer;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.TopologySpreadConstraint.UnsatisfiableConstraintAction;
import java.util.List;

/**
 * Pods that belong together are spread over domains: hard constraints ({@code DoNotSchedule}) say how far domains may be
 * apart, soft ones ({@code ScheduleAnyway}) prefer the emptier.
 *
 * <p>Reads {@code spec.topologySpreadConstraints}; of pods that have none, the defaults of the profile with the selectors
 * of their services and owner. A skew is resolvable by eviction, a missing label is not. Upstream:
 * {@code plugins/podtopologyspread}.
 */
public final class PodTopologySpread
        implements PreFilterPlugin, FilterPlugin, PreScorePlugin, ScorePlugin, EnqueueExtensions {
    public static final String NAME = "PodTopologySpread";

    private static final StateKey<SpreadState> PRE_FILTER = StateKey.named("PreFilter" + NAME);
    private static final StateKey<SpreadScore> PRE_SCORE = StateKey.named("PreScore" + NAME);

    /** What keeps a pod off a node. */
    enum Violation {
        MISSING_LABEL(
                Status.unresolvable("node(s) didn't match pod topology spread constraints (missing required label)")),
        SKEW(Status.unschedulable("node(s) didn't match pod topology spread constraints")
                .by(NAME));

        private final Status status;

        Violation(Status status) {
            this.status = status;
        }
    }

    private final SpreadDefaults defaults;

    private PodTopologySpread(SpreadDefaults defaults) {
        this.defaults = defaults;
    }

    /** As in the default profile. */
    public static PodTopologySpread standard() {
        return with(SpreadDefaults.system());
    }

    /** With these constraints for pods that have none. */
    public static PodTopologySpread with(SpreadDefaults defaults) {
        return new PodTopologySpread(defaults);
    }

    @Override
    public String name() {
        return NAME;
    }

    private List<SpreadConstraint> constraints(CycleState state, PodInfo pod, String whenUnsatisfiable) {
        var declared = pod.spec().topologySpreadConstraints();
        if (!declared.isEmpty()) {
            return SpreadConstraint.of(declared, whenUnsatisfiable, pod.labels());
        }
        var standing = SpreadConstraint.of(defaults.constraints(), whenUnsatisfiable, pod.labels());
        if (standing.isEmpty()) {
            return standing;
        }
        var selector = DefaultSelector.of(pod, state.objects());
        return selector.isEverything()
                ? List.of()
                : standing.stream()
                        .map(constraint -> constraint.withPods(selector))
                        .toList();
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var hard = constraints(state, pod, UnsatisfiableConstraintAction.DO_NOT_SCHEDULE);
        if (hard.isEmpty()) {
            return PreFilterResult.skip();
        }
        state.write(PRE_FILTER, SpreadState.of(pod, hard, state.snapshot()));
        return PreFilterResult.all();
    }

    @Override
    public Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
        state.require(PRE_FILTER).move(added, node, 1);
        return Status.success();
    }

    @Override
    public Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
        state.require(PRE_FILTER).move(removed, node, -1);
        return Status.success();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        var violation = state.require(PRE_FILTER).violation(node);
        return violation == null ? Status.success() : violation.status;
    }

    @Override
    public NodeFilter filter(CycleState state, PodInfo pod) {
        var known = state.require(PRE_FILTER);
        return place -> {
            var violation = known.violation(place);
            return violation == null ? Status.success() : violation.status;
        };
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var soft = constraints(state, pod, UnsatisfiableConstraintAction.SCHEDULE_ANYWAY);
        if (soft.isEmpty()) {
            return Status.skip();
        }
        boolean needsAllLabels = !pod.spec().topologySpreadConstraints().isEmpty() || !defaults.bySystem();
        state.write(
                PRE_SCORE,
                SpreadScore.of(pod, soft, needsAllLabels, FeasibleNodes.of(state.snapshot(), nodes), state.snapshot()));
        return Status.success();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        return state.require(PRE_SCORE).at(state.snapshot().indexOf(node.name()));
    }

    @Override
    public NodeScorer scorer(CycleState state, PodInfo pod) {
        return state.require(PRE_SCORE)::at;
    }

    @Override
    public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
        SpreadScore.normalize(scores, MAX_SCORE);
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.ASSIGNED_POD, Action.ADD, Action.DELETE, Action.UPDATE_POD_LABEL)
                        .when(SpreadHints::afterPod),
                ClusterEventWithHint.on(Resource.TARGET_POD, Action.UPDATE_POD_LABEL),
                ClusterEventWithHint.on(Resource.TARGET_POD, Action.UPDATE_POD_TOLERATION)
                        .when(SpreadHints::afterToleration),
                ClusterEventWithHint.on(
                                Resource.NODE,
                                Action.ADD,
                                Action.DELETE,
                                Action.UPDATE_NODE_LABEL,
                                Action.UPDATE_NODE_TAINT)
                        .when(SpreadHints::afterNode));
    }
}
