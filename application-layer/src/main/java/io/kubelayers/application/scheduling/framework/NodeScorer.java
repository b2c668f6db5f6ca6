package io.kubelayers.application.scheduling.framework;

/** A scorer for one pod in one cycle, asked about the nodes of the snapshot by their places. */
@FunctionalInterface
public interface NodeScorer {
    /** Nothing for nobody. */
    NodeScorer ZERO = place -> 0;

    /** The raw score that {@link ScorePlugin#score} gives the node at this place. */
    long at(int place);
}
