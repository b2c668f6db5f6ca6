package io.kubelayers.application.scheduling.framework;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The pods of one {@link PodShape} that are on nodes. Immutable.
 *
 * <p>How many are in each domain of a topology is counted when somebody asks, and from then on carried along from one to the
 * next: a pod that comes costs a copy of an array of numbers, one for each domain.
 */
public final class PodsOfShape {
    private final PodShape shape;
    private final PMap<String, Integer> nodes;
    private volatile @Nullable Counted counted;

    /** Numbers that were asked for, the last first; at most one for each topology key. */
    private record Counted(Topology topology, int[] counts, @Nullable Counted more) {
        static @Nullable Counted without(@Nullable Counted list, String key) {
            if (list == null) {
                return null;
            }
            var rest = without(list.more, key);
            return list.topology.key().equals(key) ? rest : new Counted(list.topology, list.counts, rest);
        }

        static @Nullable Counted changed(@Nullable Counted list, String node, int by) {
            if (list == null) {
                return null;
            }
            int domain = list.topology.ofNode(node);
            var counts = list.counts;
            if (domain != Topology.NONE) {
                counts = counts.clone();
                counts[domain] += by;
            }
            return new Counted(list.topology, counts, changed(list.more, node, by));
        }
    }

    private PodsOfShape(PodShape shape, PMap<String, Integer> nodes, @Nullable Counted counted) {
        this.shape = shape;
        this.nodes = nodes;
        this.counted = counted;
    }

    static PodsOfShape none(PodShape shape) {
        return new PodsOfShape(shape, HashTreePMap.empty(), null);
    }

    PodsOfShape count(String node, int by) {
        int count = nodes.getOrDefault(node, 0) + by;
        return new PodsOfShape(
                shape, count == 0 ? nodes.minus(node) : nodes.plus(node, count), Counted.changed(counted, node, by));
    }

    /** What they are like. */
    public PodShape shape() {
        return shape;
    }

    /** How many of them are on each node, by its name; nodes without any are left out. */
    public PMap<String, Integer> nodes() {
        return nodes;
    }

    /** How many are on this node. */
    public int on(String node) {
        return nodes.getOrDefault(node, 0);
    }

    /** How many are in each domain, by its number. Shared: not to be changed. */
    public int[] in(Topology topology) {
        for (var known = counted; known != null; known = known.more()) {
            if (known.topology() == topology) {
                return known.counts();
            }
        }
        var counts = new int[topology.size()];
        for (var entry : nodes.entrySet()) {
            int domain = topology.ofNode(entry.getKey());
            if (domain != Topology.NONE) {
                counts[domain] += entry.getValue();
            }
        }
        counted = new Counted(topology, counts, Counted.without(counted, topology.key()));
        return counts;
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }
}
