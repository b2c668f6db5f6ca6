package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers by topology domain, a pair of label key and value. Upstream: {@code topologyToMatchedTermCount}. Mutable;
 * belongs to one cycle.
 */
final class DomainCounts {
    private final Map<String, Map<String, Long>> counts;

    private DomainCounts(Map<String, Map<String, Long>> counts) {
        this.counts = counts;
    }

    static DomainCounts empty() {
        return new DomainCounts(new HashMap<>());
    }

    /** Adds to the node's domain of this key; zero is as good as nothing. */
    void add(String key, NodeInfo node, long amount) {
        var value = node.label(key);
        if (value != null) {
            var values = counts.computeIfAbsent(key, unused -> new HashMap<>());
            if (values.merge(value, amount, Long::sum) == 0) {
                values.remove(value);
                if (values.isEmpty()) {
                    counts.remove(key);
                }
            }
        }
    }

    /** Adds for each of the pods in the domain of its node, so often. */
    void addEach(String key, PodsOfShape pods, Snapshot snapshot, long times) {
        for (var entry : pods.entries()) {
            var node = snapshot.node(entry.getKey());
            if (node != null) {
                add(key, node, entry.getValue() * times);
            }
        }
    }

    /** The number of the node's domain of this key. */
    long of(String key, NodeInfo node) {
        var values = counts.get(key);
        var value = node.label(key);
        return values == null || value == null ? 0 : values.getOrDefault(value, 0L);
    }

    Collection<String> keys() {
        return counts.keySet();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    DomainCounts copy() {
        var copies = new HashMap<String, Map<String, Long>>();
        counts.forEach((key, values) -> copies.put(key, new HashMap<>(values)));
        return new DomainCounts(copies);
    }
}
