package io.kubelayers.application.scheduling.framework;

/**
 * Ranks the feasible nodes. After {@link #normalizeScore} every score is between {@link #MIN_SCORE} and
 * {@link #MAX_SCORE}; the profile's weight multiplies it, and the sums over all plugins are compared.
 */
public interface ScorePlugin extends Plugin {
    long MIN_SCORE = 0;

    long MAX_SCORE = 100;

    /**
     * The raw score of one node, higher is better.
     *
     * @throws PluginException when it cannot be computed; the cycle ends with an error
     */
    long score(CycleState state, PodInfo pod, NodeInfo node);

    /**
     * The scorer for one pod over the snapshot of the cycle. Whoever can tell more cheaply by a node's place than by the node
     * overrides it; the scores must be the same.
     */
    default NodeScorer scorer(CycleState state, PodInfo pod) {
        var snapshot = state.snapshot();
        return place -> score(state, pod, snapshot.node(place));
    }

    /** Brings raw scores into range, in place. See {@link NormalizeScore} for the usual ways. */
    default void normalizeScore(CycleState state, PodInfo pod, long[] scores) {}
}
