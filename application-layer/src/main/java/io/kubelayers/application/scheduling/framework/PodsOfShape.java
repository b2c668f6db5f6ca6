package io.kubelayers.application.scheduling.framework;

import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one {@link PodShape} that are on nodes. Immutable.
 *
 * <p>How many are in each domain of a topology is counted when somebody asks, and from then on carried along from one to the
 * next: a pod that comes costs a copy of an array of numbers, one for each domain.
 */
public final class PodsOfShape {
    private final PodShape shape;
    private final NameMap<Integer> nodes;
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

    private PodsOfShape(PodShape shape, NameMap<Integer> nodes, @Nullable Counted counted) {
        this.shape = shape;
        this.nodes = nodes;
        this.counted = counted;
    }

    static PodsOfShape none(PodShape shape) {
        return new PodsOfShape(shape, NameMap.empty(), null);
    }

    PodsOfShape count(String node, int by) {
        var known = nodes.get(node);
        int count = known == null ? by : known + by;
        return new PodsOfShape(
                shape,
                count == 0 ? nodes.minus(node) : nodes.plus(node, known, count),
                Counted.changed(counted, node, by));
    }

    /** What they are like. */
    public PodShape shape() {
        return shape;
    }

    /** Tells how many of them are on each node, by its name; in no order, and without the nodes that have none. */
    public void eachNode(ObjIntConsumer<String> action) {
        nodes.forEach(action::accept);
    }

    /** How many are on this node. */
    public int on(String node) {
        var count = nodes.get(node);
        return count == null ? 0 : count;
    }

    /** How many are in each domain, by its number. Shared: not to be changed. */
    public int[] in(Topology topology) {
        for (var known = counted; known != null; known = known.more()) {
            if (known.topology() == topology) {
                return known.counts();
            }
        }
        var counts = new int[topology.size()];
        nodes.forEach((node, count) -> {
            int domain = topology.ofNode(node);
            if (domain != Topology.NONE) {
                counts[domain] += count;
            }
        });
        counted = new Counted(topology, counts, Counted.without(counted, topology.key()));
        return counts;
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }
}
