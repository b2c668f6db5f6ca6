package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Topology;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by topology domain, a pair of label key and value. Upstream: {@code topologyToMatchedTermCount}. Mutable;
 * belongs to one cycle.
 */
final class DomainCounts {
    private final Snapshot snapshot;
    private final List<Column> columns;

    /** The numbers of one key. As long as only one kind of pods is counted once, they are those of the snapshot. */
    static final class Column {
        private final Topology topology;
        private int @Nullable [] shared;
        private long @Nullable [] own;

        private Column(Topology topology) {
            this.topology = topology;
        }

        private Column(Column other) {
            topology = other.topology;
            shared = other.shared;
            own = other.own == null ? null : other.own.clone();
        }

        private long[] own() {
            if (own == null) {
                own = new long[topology.size()];
                if (shared != null) {
                    for (int domain = 0; domain < own.length; domain++) {
                        own[domain] = shared[domain];
                    }
                }
                shared = null;
            }
            return own;
        }

        private void add(int[] counts, long times) {
            if (own == null && shared == null && times == 1) {
                shared = counts;
                return;
            }
            var sums = own();
            for (int domain = 0; domain < sums.length; domain++) {
                sums[domain] += counts[domain] * times;
            }
        }

        private long in(int domain) {
            if (domain == Topology.NONE) {
                return 0;
            }
            return own != null ? own[domain] : shared == null ? 0 : shared[domain];
        }

        /** The number of the domain of the node at this place. */
        long at(int place) {
            return in(topology.at(place));
        }

        /** The number of the domain of a node, which may have other pods on it than the snapshot's. */
        long of(NodeInfo node) {
            return in(topology.of(node));
        }

        /** Whether the node at this place is in a domain. */
        boolean has(int place) {
            return topology.at(place) != Topology.NONE;
        }

        private boolean isZero() {
            for (int domain = 0; domain < topology.size(); domain++) {
                if (in(domain) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private DomainCounts(Snapshot snapshot, List<Column> columns) {
        this.snapshot = snapshot;
        this.columns = columns;
    }

    static DomainCounts over(Snapshot snapshot) {
        return new DomainCounts(snapshot, new ArrayList<>(1));
    }

    /** The numbers of this key. */
    Column column(String key) {
        for (var column : columns) {
            if (column.topology.key().equals(key)) {
                return column;
            }
        }
        var column = new Column(snapshot.topology(key));
        columns.add(column);
        return column;
    }

    /** Adds to the node's domain of this key. */
    void add(String key, NodeInfo node, long amount) {
        var column = column(key);
        int domain = column.topology.of(node);
        if (domain != Topology.NONE) {
            column.own()[domain] += amount;
        }
    }

    /** Adds for each of the pods in the domain of its node, so often; false if none is in a domain. */
    boolean addEach(String key, PodsOfShape pods, long times) {
        var column = column(key);
        var counts = pods.in(column.topology);
        column.add(counts, times);
        for (int count : counts) {
            if (count != 0) {
                return true;
            }
        }
        return false;
    }

    /** The number of the node's domain of this key. */
    long of(String key, NodeInfo node) {
        return column(key).of(node);
    }

    /** The numbers of all keys. */
    List<Column> columns() {
        return columns;
    }

    /** Whether all numbers are zero. */
    boolean isEmpty() {
        for (var column : columns) {
            if (!column.isZero()) {
                return false;
            }
        }
        return true;
    }

    DomainCounts copy() {
        var copies = new ArrayList<Column>(columns.size());
        columns.forEach(column -> copies.add(new Column(column)));
        return new DomainCounts(snapshot, copies);
    }
}
