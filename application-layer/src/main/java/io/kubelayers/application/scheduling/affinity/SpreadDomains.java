package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Topology;
import org.jspecify.annotations.Nullable;

/** The domains of one spread constraint, and how many matching pods each has. Mutable; belongs to one cycle. */
final class SpreadDomains {
    private final SpreadConstraint constraint;
    private final Topology topology;
    private final boolean @Nullable [] present;
    private final int size;
    private final long self;
    private long[] counts;
    private long least;
    private boolean leastKnown;

    /** @param present which domains have eligible nodes; null for all */
    private SpreadDomains(
            SpreadConstraint constraint,
            Topology topology,
            boolean @Nullable [] present,
            int size,
            long self,
            long[] counts) {
        this.constraint = constraint;
        this.topology = topology;
        this.present = present;
        this.size = size;
        this.self = self;
        this.counts = counts;
    }

    /**
     * Without pods yet.
     *
     * @param eligible the nodes that count, by place; null for all
     * @param self whether the pod would be counted itself
     */
    static SpreadDomains of(
            SpreadConstraint constraint, Snapshot snapshot, boolean @Nullable [] eligible, boolean self) {
        var topology = snapshot.topology(constraint.topologyKey());
        var counts = new long[topology.size()];
        if (eligible == null) {
            return new SpreadDomains(constraint, topology, null, counts.length, self ? 1 : 0, counts);
        }
        var present = new boolean[counts.length];
        int size = 0;
        for (int place = 0; place < eligible.length; place++) {
            if (eligible[place] && !present[topology.at(place)]) {
                present[topology.at(place)] = true;
                size++;
            }
        }
        return new SpreadDomains(constraint, topology, present, size, self ? 1 : 0, counts);
    }

    SpreadConstraint constraint() {
        return constraint;
    }

    /** Counts these pods on the eligible nodes, null for all. */
    void count(PodsOfShape pods, Snapshot snapshot, boolean @Nullable [] eligible) {
        if (eligible == null) {
            var all = pods.in(topology);
            for (int domain = 0; domain < all.length; domain++) {
                counts[domain] += all[domain];
            }
            return;
        }
        pods.eachNode((node, count) -> {
            int place = snapshot.indexOf(node);
            if (place >= 0 && eligible[place]) {
                counts[topology.at(place)] += count;
            }
        });
    }

    /** Another pod came to an eligible node (1) or left it (-1). */
    void add(NodeInfo node, int by) {
        int domain = topology.of(node);
        if (domain != Topology.NONE) {
            counts[domain] += by;
            leastKnown = false;
        }
    }

    /** What the node would violate, as it is or with other pods on it; null for nothing. */
    PodTopologySpread.@Nullable Violation violation(NodeInfo node) {
        return inDomain(topology.of(node));
    }

    /** The same for a node of the snapshot. */
    PodTopologySpread.@Nullable Violation violation(int place) {
        return inDomain(topology.at(place));
    }

    private PodTopologySpread.@Nullable Violation inDomain(int domain) {
        if (domain == Topology.NONE) {
            return PodTopologySpread.Violation.MISSING_LABEL;
        }
        return counts[domain] + self - least() > constraint.maxSkew() ? PodTopologySpread.Violation.SKEW : null;
    }

    /** How many pods the emptiest domain has; none if there are too few domains. */
    private long least() {
        if (!leastKnown) {
            least = Integer.MAX_VALUE;
            for (int domain = 0; domain < counts.length; domain++) {
                if (present == null || present[domain]) {
                    least = Math.min(least, counts[domain]);
                }
            }
            least = size < constraint.minDomains() ? 0 : least;
            leastKnown = true;
        }
        return least;
    }

    SpreadDomains copy() {
        return new SpreadDomains(constraint, topology, present, size, self, counts.clone());
    }
}
