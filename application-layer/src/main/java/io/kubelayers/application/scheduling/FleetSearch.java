package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the fewest nodes that make pods fit, by placing the pods on candidate clusters with the scheduler itself.
 *
 * <p>First a set is grown, node by node, always by the shape that lets most of the waiting pods in, as cluster autoscalers do;
 * that bounds the answer from above. Then smaller sets are tried, from the smallest whose sums of resources suffice. How
 * many sets there are grows with a power of the number of shapes, so tries are limited by the work they cost; beyond the limit the
 * answer says that it is not proven.
 */
final class FleetSearch {
    /** Pods placed in tries; some seconds' work. */
    private static final long MOST_WORK = 200_000;

    private final Scheduling scheduling;
    private final List<Node> shapes;
    private final Collection<Pod> pods;
    private final int most;
    private final IntConsumer listener;
    private final boolean boundBySums;
    private final FleetSums sums;
    private int tries;

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
        long work = 0;
        for (int count = 1; count <= bound; count++) {
            for (var counts : compositions(count, shapes.size())) {
                if (boundBySums && !sums.suffice(counts)) {
                    continue;
                }
                if (work > MOST_WORK) {
                    return end(grown, false);
                }
                work += pods.size();
                if (fits(counts)) {
                    return end(counts, true);
                }
            }
        }
        return end(grown, true);
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
        for (int size = 0; size < most; size++) {
            int best = -1;
            Placements bestPlaced = placed;
            var waiting = waiting(placed);
            for (int i = 0; i < counts.length; i++) {
                var more = onto(placed.after(), i, counts[i] + 1).placeAll(waiting);
                told();
                if (more.unscheduled().size() < bestPlaced.unscheduled().size()) {
                    best = i;
                    bestPlaced = more;
                }
            }
            if (best < 0) {
                return null; // another node of any shape lets nobody in
            }
            counts[best]++;
            placed = bestPlaced;
            if (placed.allScheduled()) {
                if (fits(counts)) {
                    return counts;
                }
                placed = with(counts).placeAll(pods); // placed all at once, they lie otherwise
            }
        }
        return null;
    }

    private static List<Pod> waiting(Placements placed) {
        return placed.unscheduled().stream()
                .map(placement -> placement.pod().pod())
                .toList();
    }

    private Scheduling onto(Snapshot cluster, int shape, int number) {
        return scheduling.whatIf(before -> cluster.withNode(named(shapes.get(shape), number)));
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
                for (int n = 1; n <= counts[i]; n++) {
                    cluster = cluster.withNode(named(shapes.get(i), n));
                }
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

    /** All ways to write a sum of so many numbers; those with more of the first come first. */
    private static List<int[]> compositions(int sum, int parts) {
        var all = new ArrayList<int[]>();
        compose(sum, 0, new int[parts], all);
        return all;
    }

    private static void compose(int left, int part, int[] counts, List<int[]> all) {
        if (part == counts.length - 1) {
            counts[part] = left;
            all.add(counts.clone());
            return;
        }
        for (int count = left; count >= 0; count--) {
            counts[part] = count;
            compose(left - count, part + 1, counts, all);
        }
    }
}
