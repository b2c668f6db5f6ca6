package io.kubelayers.application.scheduling.framework;

/** A filter for one pod in one cycle, asked about the nodes of the snapshot by their places. */
@FunctionalInterface
public interface NodeFilter {
    /** What {@link FilterPlugin#filter} says of the node at this place. */
    Status at(int place);
}
