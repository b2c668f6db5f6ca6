package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for feasible nodes until enough are found. Upstream: {@code findNodesThatPassFilters} and
 * {@code numFeasibleNodesToFind} of {@code schedule_one.go}.
 *
 * <p>The search starts where the last one ended, so that with many nodes all get their turn.
 */
final class NodeSearch {
    /** Upstream's {@code minFeasibleNodesToFind}: up to so many, all feasible nodes are found. */
    static final int MIN_NODES = 100;

    /** Upstream's {@code minFeasibleNodesPercentageToFind}. */
    private static final int MIN_PERCENTAGE = 5;

    private final Filtering.InCycle filters;
    private final Snapshot snapshot;

    /** What the filters said, in the snapshot's order; null where they were not asked. */
    final @Nullable Status[] statuses;

    private final int[] places;
    private int found;

    /** The failure that ended the search, or null. */
    @Nullable
    Status error;

    private int looked;

    NodeSearch(Filtering.InCycle filters, Snapshot snapshot) {
        this.filters = filters;
        this.snapshot = snapshot;
        this.places = new int[snapshot.size()];
        this.statuses = new Status[snapshot.size()];
    }

    /** Looks at one node; true if it is feasible. */
    boolean tries(int index) {
        var status = filters.filter(index);
        if (status.isError()) {
            error = status;
            return false;
        }
        statuses[index] = status;
        if (status.isSuccess()) {
            places[found++] = index;
        }
        return status.isSuccess();
    }

    /** Looks at all nodes from this place on, round to it again, until so many are feasible. */
    void all(int start, int enough) {
        int size = snapshot.size();
        int index = size == 0 ? 0 : start % size;
        for (int i = 0; i < size && found < enough && error == null; i++) {
            tries(index);
            index = index + 1 == size ? 0 : index + 1;
            looked++;
        }
    }

    /** Looks at these nodes only. */
    void only(SortedSet<String> names, int enough) {
        for (var name : names) {
            int index = snapshot.indexOf(name);
            if (index >= 0 && found < enough && error == null) {
                tries(index);
                looked++;
            }
        }
    }

    /** The feasible nodes, in the order in which they were found. */
    FeasibleNodes feasible() {
        return FeasibleNodes.at(snapshot, places, found);
    }

    /** Where the next search is to start, if this one started here. */
    int next(int start) {
        return snapshot.size() == 0 ? 0 : (start + looked) % snapshot.size();
    }

    /** How many feasible nodes are enough. */
    static int enough(int percentageOfNodesToScore, int nodes) {
        if (nodes < MIN_NODES) {
            return nodes;
        }
        int percentage =
                percentageOfNodesToScore == 0 ? Math.max(MIN_PERCENTAGE, 50 - nodes / 125) : percentageOfNodesToScore;
        return Math.max(MIN_NODES, nodes * percentage / 100);
    }
}
