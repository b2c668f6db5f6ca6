package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of nodes that must be added so that pods fit.
 *
 * @param nodes how many of each shape, by the name of the node that shows the shape; empty if the pods fit already, or
 *     never
 * @param placements where the pods go then, or how far they got with as many nodes as were allowed
 */
public record Fleet(SortedMap<String, Integer> nodes, Placements placements) implements Explained {
    public Fleet {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    /** Tries all sets of one node, then of two … and takes the first that fits; earlier shapes are preferred. */
    static Fleet of(Scheduling scheduling, List<Node> shapes, Collection<Pod> pods, int most) {
        var last = scheduling.placeAll(pods);
        if (last.allScheduled()) {
            return new Fleet(new TreeMap<>(), last);
        }
        for (int count = 1; count <= most; count++) {
            for (var counts : compositions(count, shapes.size())) {
                last = with(scheduling, shapes, counts).placeAll(pods);
                if (last.allScheduled()) {
                    var nodes = new TreeMap<String, Integer>();
                    for (int i = 0; i < counts.length; i++) {
                        if (counts[i] > 0) {
                            nodes.put(shapes.get(i).metadata().nameOrEmpty(), counts[i]);
                        }
                    }
                    return new Fleet(nodes, last);
                }
            }
        }
        return new Fleet(new TreeMap<>(), last);
    }

    private static Scheduling with(Scheduling scheduling, List<Node> shapes, int[] counts) {
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
        if (parts > 0) {
            compose(sum, 0, new int[parts], all);
        }
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

    /** Whether all pods fit with these nodes. */
    public boolean fits() {
        return placements.allScheduled();
    }

    /** The first pod that found no node; null if all did. */
    public @Nullable Placement obstacle() {
        var unscheduled = placements.unscheduled();
        return unscheduled.isEmpty() ? null : unscheduled.get(0);
    }

    @Override
    public String explain() {
        var obstacle = obstacle();
        if (obstacle != null) {
            return "no set of these nodes is enough; " + obstacle;
        }
        if (nodes.isEmpty()) {
            return "all " + placements.placements().size() + " pods fit as it is";
        }
        var parts = new ArrayList<String>();
        nodes.forEach((shape, count) -> parts.add(count + " " + shape));
        return placements.placements().size() + " pods fit with " + String.join(" and ", parts) + " more";
    }

    @Override
    public Finding finding() {
        var finding = fits()
                ? Finding.pass("scheduling.fleet", "", explain())
                : Finding.fail("scheduling.fleet", "", explain());
        return finding.because(placements.finding());
    }
}
