package io.kubelayers.application.scheduling.affinity;

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

    /** Adds to the domain of this key that has these labels; zero is as good as nothing. */
    void add(String key, Map<String, String> labels, long amount) {
        var value = labels.get(key);
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
                add(key, node.labels(), entry.getValue() * times);
            }
        }
    }

    /** The number of the domain of this key that has these labels. */
    long of(String key, Map<String, String> labels) {
        var values = counts.get(key);
        var value = labels.get(key);
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
