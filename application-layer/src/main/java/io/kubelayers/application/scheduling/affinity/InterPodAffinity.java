package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
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
import java.util.List;

/**
 * A pod runs only in domains where its required affinity finds its pods and its required anti-affinity finds none, and
 * where no pod with required anti-affinity refuses it; of those, domains that preferred terms like are preferred.
 *
 * <p>Reads the pod affinity and anti-affinity of the pod and of all pods on nodes, labels and namespaces of both, the
 * labels of namespaces and of nodes. Anti-affinity is resolvable by eviction, missing affinity is not. Upstream:
 * {@code plugins/interpodaffinity}.
 */
public final class InterPodAffinity
        implements PreFilterPlugin, FilterPlugin, PreScorePlugin, ScorePlugin, EnqueueExtensions {
    public static final String NAME = "InterPodAffinity";

    /** Upstream's default weight of the hard affinity of pods that are there. */
    public static final int DEFAULT_HARD_WEIGHT = 1;

    private static final StateKey<AffinityState> PRE_FILTER = StateKey.named("PreFilter" + NAME);
    private static final StateKey<AffinityScore> PRE_SCORE = StateKey.named("PreScore" + NAME);

    /** What stands against a node. */
    enum Verdict {
        FINE(Status.success()),
        NO_AFFINITY(
                Status.unresolvable("node(s) didn't match pod affinity rules").by(NAME)),
        ANTI_AFFINITY(Status.unschedulable("node(s) didn't match pod anti-affinity rules")
                .by(NAME)),
        REFUSED(Status.unschedulable("node(s) didn't satisfy existing pods anti-affinity rules")
                .by(NAME));

        private final Status status;

        Verdict(Status status) {
            this.status = status;
        }
    }

    private final int hardWeight;
    private final boolean ignoresOthersPreferences;

    private InterPodAffinity(int hardWeight, boolean ignoresOthersPreferences) {
        this.hardWeight = hardWeight;
        this.ignoresOthersPreferences = ignoresOthersPreferences;
    }

    /** As in the default profile. */
    public static InterPodAffinity standard() {
        return new InterPodAffinity(DEFAULT_HARD_WEIGHT, false);
    }

    /**
     * {@code InterPodAffinityArgs}.
     *
     * @param hardWeight what the required affinity of pods that are there counts in the scores, 0 to 100
     * @param ignoresOthersPreferences whether pods without preferred terms of their own are not scored at all
     */
    public static InterPodAffinity of(int hardWeight, boolean ignoresOthersPreferences) {
        if (hardWeight < 0 || hardWeight > 100) {
            throw new IllegalArgumentException("hardPodAffinityWeight " + hardWeight + " is not between 0 and 100");
        }
        return new InterPodAffinity(hardWeight, ignoresOthersPreferences);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var error = pod.shape().error();
        if (!error.isEmpty()) {
            return PreFilterResult.rejected(Status.unresolvable("parsing pod: " + error));
        }
        var known = AffinityState.of(pod.shape(), state.snapshot(), state.objects());
        if (known.isIndifferent()) {
            return PreFilterResult.skip();
        }
        state.write(PRE_FILTER, known);
        return PreFilterResult.all();
    }

    @Override
    public Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
        state.require(PRE_FILTER).move(added.shape(), node, 1);
        return Status.success();
    }

    @Override
    public Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
        state.require(PRE_FILTER).move(removed.shape(), node, -1);
        return Status.success();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        return state.require(PRE_FILTER).verdict(node).status;
    }

    @Override
    public NodeFilter filter(CycleState state, PodInfo pod) {
        var verdicts = state.require(PRE_FILTER).byPlace();
        return place -> verdicts.at(place).status;
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var shape = pod.shape();
        boolean hasPreferences = !shape.preferredAffinity().isEmpty()
                || !shape.preferredAntiAffinity().isEmpty();
        if (ignoresOthersPreferences && !hasPreferences) {
            return Status.skip();
        }
        var score = AffinityScore.of(shape, state.snapshot(), state.objects(), hardWeight);
        if (score.isIndifferent()) {
            return Status.skip();
        }
        state.write(PRE_SCORE, score);
        return Status.success();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        return state.require(PRE_SCORE).of(node);
    }

    @Override
    public NodeScorer scorer(CycleState state, PodInfo pod) {
        return state.require(PRE_SCORE)::at;
    }

    @Override
    public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long score : scores) {
            least = Math.min(least, score);
            most = Math.max(most, score);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] =
                    most > least ? (long) (MAX_SCORE * ((double) (scores[i] - least) / (double) (most - least))) : 0;
        }
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(
                ClusterEventWithHint.on(Resource.ASSIGNED_POD, Action.ADD, Action.DELETE, Action.UPDATE_POD_LABEL)
                        .when(AffinityHints::afterPod),
                ClusterEventWithHint.on(Resource.TARGET_POD, Action.UPDATE_POD_LABEL),
                ClusterEventWithHint.on(Resource.NODE, Action.ADD).when(AffinityHints::afterNode),
                ClusterEventWithHint.on(Resource.NODE, Action.UPDATE_NODE_LABEL));
    }
}
