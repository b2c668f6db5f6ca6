package io.kubelayers.application.scheduling.framework;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Pods that belong to a node without being on it, found by node and by pod. Immutable; each change costs a logarithm. */
final class PodsByNode {
    static final PodsByNode NONE = new PodsByNode(HashTreePMap.empty(), HashTreePMap.empty());

    private final PMap<String, PSortedMap<String, PodInfo>> pods;
    private final PMap<String, String> nodes;

    private PodsByNode(PMap<String, PSortedMap<String, PodInfo>> pods, PMap<String, String> nodes) {
        this.pods = pods;
        this.nodes = nodes;
    }

    Collection<PodInfo> on(String node) {
        var there = pods.get(node);
        return there == null ? List.of() : there.values();
    }

    /** The pod of this key if it is here. */
    @Nullable
    PodInfo get(String key) {
        var node = nodes.get(key);
        var there = node == null ? null : pods.get(node);
        return there == null ? null : there.get(key);
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    PodsByNode plus(String node, PodInfo pod) {
        var settled = minus(pod.key());
        var there = settled.pods.getOrDefault(node, TreePMap.empty());
        return new PodsByNode(settled.pods.plus(node, there.plus(pod.key(), pod)), settled.nodes.plus(pod.key(), node));
    }

    PodsByNode minus(String key) {
        if (isEmpty()) {
            return this;
        }
        var node = nodes.get(key);
        var there = node == null ? null : pods.get(node);
        if (node == null || there == null) {
            return this;
        }
        var left = there.minus(key);
        return new PodsByNode(left.isEmpty() ? pods.minus(node) : pods.plus(node, left), nodes.minus(key));
    }
}
