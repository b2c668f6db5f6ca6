package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest nodes that make pods fit, by placing the pods on candidate clusters with the scheduler itself.
 *
 * <p>First a set is grown, always by the shape that lets most of the waiting pods in, as cluster autoscalers do, and while many
 * wait by half of the nodes that they would need at that rate; what turns out too much is taken back. That bounds the answer from
 * above. Then smaller sets are tried, from the smallest whose sums of resources suffice. How many sets there are grows with a
 * power of the number of shapes, so tries are limited by the work they cost; beyond the limit the answer says that it is not
 * proven.
 */
final class FleetSearch {
    /** Pods placed in tries; some seconds' work. */
    private static final long MOST_WORK = 200_000;

    /** Sets looked at; a second's work. */
    private static final long MOST_SETS = 3_000_000;

    private final Scheduling scheduling;
    private final List<Node> shapes;
    private final Collection<Pod> pods;
    private final int most;
    private final IntConsumer listener;
    private final boolean boundBySums;
    private final FleetSums sums;
    private int tries;
    private long work;
    private long looked;

    FleetSearch(Scheduling scheduling, List<Node> shapes, Collection<Pod> pods, int most, IntConsumer listener) {
        this.scheduling = scheduling;
        this.shapes = List.copyOf(shapes);
        this.pods = List.copyOf(pods);
        this.most = most;
        this.listener = listener;
        this.boundBySums = scheduling.filtersBy(NodeResourcesFit.NAME) && !scheduling.isEvicting();
        this.sums = FleetSums.of(scheduling.snapshot(), this.shapes, this.pods);
    }

    Fleet run() {
        var asItIs = scheduling.placeAll(pods);
        if (asItIs.allScheduled() || shapes.isEmpty() || most < 1) {
            return new Fleet(new TreeMap<>(), true, asItIs);
        }
        var grown = grown(asItIs);
        int bound = grown == null ? most : Arrays.stream(grown).sum();
        for (int count = 1; count <= bound; count++) {
            if (boundBySums && !sums.mayEverSuffice(count)) {
                continue;
            }
            var found = smaller(count, 0, new int[shapes.size()]);
            if (found != null || work > MOST_WORK || looked > MOST_SETS) {
                return found == null ? end(grown, false) : end(found, true);
            }
        }
        return end(grown, true);
    }

    /** The first set of so many more nodes that is enough; those with more of the first shapes come first. */
    private int @Nullable [] smaller(int left, int shape, int[] counts) {
        if (shape == counts.length - 1) {
            counts[shape] = left;
            if (++looked > MOST_SETS || boundBySums && !sums.suffice(counts)) {
                return null;
            }
            work += pods.size();
            return work <= MOST_WORK && fits(counts) ? counts.clone() : null;
        }
        for (int count = left; count >= 0 && work <= MOST_WORK && looked <= MOST_SETS; count--) {
            counts[shape] = count;
            var found = smaller(left - count, shape + 1, counts);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Fleet end(int @Nullable [] counts, boolean proven) {
        var nodes = new TreeMap<String, Integer>();
        if (counts == null) {
            return new Fleet(nodes, proven, with(everything()).placeAll(pods));
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                nodes.merge(shapes.get(i).metadata().nameOrEmpty(), counts[i], Integer::sum);
            }
        }
        return new Fleet(nodes, proven, with(counts).placeAll(pods));
    }

    /** As many nodes as are allowed, of all shapes, to show what is still in the way. */
    private int[] everything() {
        var counts = new int[shapes.size()];
        for (int i = 0; i < most; i++) {
            counts[i % counts.length]++;
        }
        return counts;
    }

    /** A set that is enough, if growing finds one. */
    private int @Nullable [] grown(Placements asItIs) {
        var counts = new int[shapes.size()];
        var placed = asItIs;
        for (int size = 0; size < most; size = Arrays.stream(counts).sum()) {
            int best = -1;
            Placements bestPlaced = placed;
            var waiting = waiting(placed);
            for (int i = 0; i < counts.length; i++) {
                var more = onto(placed.after(), i, counts[i], 1).placeAll(waiting);
                told();
                if (more.unscheduled().size() < bestPlaced.unscheduled().size()) {
                    best = i;
                    bestPlaced = more;
                }
            }
            if (best < 0) {
                return null; // another node of any shape lets nobody in
            }
            int stride = stride(
                    waiting.size(), waiting.size() - bestPlaced.unscheduled().size(), most - size);
            placed = stride == 1
                    ? bestPlaced
                    : onto(placed.after(), best, counts[best], stride).placeAll(waiting);
            counts[best] += stride;
            if (placed.allScheduled()) {
                if (fits(counts)) {
                    return shrunk(counts);
                }
                placed = with(counts).placeAll(pods); // placed all at once, they lie otherwise
            }
        }
        return null;
    }

    /** Half of the nodes that pods would need if each let in as many as the last. */
    private static int stride(int waiting, int letIn, int allowed) {
        return Math.max(1, Math.min(allowed, waiting / letIn / 2));
    }

    /** Without the nodes that were too much: they can be if a node lets in more pods than those before it. */
    private int[] shrunk(int[] counts) {
        var fewest = counts.clone();
        for (int i = fewest.length - 1; i >= 0; i--) {
            if (fewest[i] > 0 && isEnoughWith(fewest, i, fewest[i] - 1)) {
                int low = 0;
                int high = fewest[i] - 1;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (isEnoughWith(fewest, i, middle)) {
                        high = middle;
                    } else {
                        low = middle + 1;
                    }
                }
                fewest[i] = high;
            }
        }
        return fewest;
    }

    private boolean isEnoughWith(int[] counts, int shape, int count) {
        var fewer = counts.clone();
        fewer[shape] = count;
        return (!boundBySums || sums.suffice(fewer)) && fits(fewer);
    }

    private static List<Pod> waiting(Placements placed) {
        return placed.unscheduled().stream()
                .map(placement -> placement.pod().pod())
                .toList();
    }

    private Scheduling onto(Snapshot cluster, int shape, int known, int more) {
        return scheduling.whatIf(before -> plus(cluster, shape, known, more));
    }

    /** With nodes of the shape that have the numbers behind those that are known. */
    private Snapshot plus(Snapshot cluster, int shape, int known, int more) {
        var larger = cluster;
        for (int i = 1; i <= more; i++) {
            larger = larger.withNode(named(shapes.get(shape), known + i));
        }
        return larger;
    }

    private boolean fits(int[] counts) {
        told();
        return with(counts).fits(pods);
    }

    private void told() {
        listener.accept(++tries);
    }

    private Scheduling with(int[] counts) {
        return scheduling.whatIf(before -> {
            var cluster = before;
            for (int i = 0; i < counts.length; i++) {
                cluster = plus(cluster, i, 0, counts[i]);
            }
            return cluster;
        });
    }

    private static Node named(Node shape, int number) {
        var name = shape.metadata().nameOrEmpty() + "-" + number;
        var labels = new TreeMap<>(shape.metadata().labels());
        labels.computeIfPresent("kubernetes.io/hostname", (key, value) -> name);
        return shape.withMetadata(shape.metadata().withName(name).withLabels(labels));
    }
}
