package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.ExtenderVerdict;
import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.Arrays;
import java.util.LinkedHashSet;
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

    private final CycleFilters filters;
    private final Snapshot snapshot;

    /** What the filters said, in the snapshot's order; null where they were not asked. */
    final @Nullable Status[] statuses;

    private final int[] places;
    private int found;

    /** The failure that ended the search, or null. */
    @Nullable
    Status error;

    private int looked;
    private boolean narrowed;

    NodeSearch(CycleFilters filters, Snapshot snapshot) {
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

    /** Tells how often filters were asked. */
    void report() {
        filters.report();
    }

    boolean hasFound() {
        return found > 0;
    }

    /** Whether an extender took nodes out. */
    boolean isNarrowed() {
        return narrowed;
    }

    /** Forgets what was found, to begin anew. */
    void startOver() {
        found = 0;
        error = null;
        narrowed = false;
        Arrays.fill(statuses, null);
    }

    /**
     * Keeps what an extender accepts of the nodes found.
     *
     * @throws ExtenderException if it accepts a node that it was not asked about
     */
    void keep(ExtenderVerdict verdict) {
        var kept = new int[places.length];
        int count = 0;
        for (var name : verdict.accepted()) {
            int place = snapshot.indexOf(name);
            if (place < 0 || !isFound(place)) {
                throw new ExtenderException(
                        "claims a filtered node \"" + name + "\" which is not found in the input node list");
            }
            kept[count++] = place;
        }
        if (count == found && count == Arrays.stream(kept, 0, count).distinct().count()) {
            System.arraycopy(kept, 0, places, 0, count);
            return;
        }
        narrowed = true;
        for (int i = 0; i < found; i++) {
            statuses[places[i]] = rejection(snapshot.node(places[i]).name(), verdict);
        }
        count = 0;
        for (var name : new LinkedHashSet<>(verdict.accepted())) {
            int place = snapshot.indexOf(name);
            statuses[place] = Status.success();
            places[count++] = place;
        }
        found = count;
    }

    private boolean isFound(int place) {
        var status = statuses[place];
        return status != null && status.isSuccess();
    }

    /** What an extender says of a node; nothing if it drops it without a word. */
    private static @Nullable Status rejection(String node, ExtenderVerdict verdict) {
        var unresolvable = verdict.unresolvable().get(node);
        if (unresolvable != null) {
            return Status.unresolvable(unresolvable).by(Extending.PLUGIN);
        }
        var rejected = verdict.rejected().get(node);
        return rejected == null ? null : Status.unschedulable(rejected).by(Extending.PLUGIN);
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
