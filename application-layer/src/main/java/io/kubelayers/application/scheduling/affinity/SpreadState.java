package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.StateData;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many matching pods each domain has, for the hard constraints of a pod. Upstream: {@code preFilterState} of
 * {@code podtopologyspread/filtering.go}.
 */
final class SpreadState implements StateData {
    private final PodInfo pod;
    private final List<SpreadConstraint> constraints;
    private final RequiredNodeAffinity affinity;
    private final Domains[] domains;

    /** The domains of one constraint, and the emptiest of them. */
    private static final class Domains {
        private final Map<String, Integer> counts;
        private int least;
        private boolean leastKnown;

        Domains(Map<String, Integer> counts) {
            this.counts = counts;
        }

        void add(String domain, int count) {
            counts.merge(domain, count, Integer::sum);
            leastKnown = false;
        }

        int least(int minDomains) {
            if (counts.size() < minDomains) {
                return 0;
            }
            if (!leastKnown) {
                least = Integer.MAX_VALUE;
                counts.values().forEach(count -> least = Math.min(least, count));
                leastKnown = true;
            }
            return least;
        }

        Domains copy() {
            var copy = new Domains(new HashMap<>(counts));
            copy.least = least;
            copy.leastKnown = leastKnown;
            return copy;
        }
    }

    private SpreadState(
            PodInfo pod, List<SpreadConstraint> constraints, RequiredNodeAffinity affinity, Domains[] domains) {
        this.pod = pod;
        this.constraints = constraints;
        this.affinity = affinity;
        this.domains = domains;
    }

    static SpreadState of(PodInfo pod, List<SpreadConstraint> constraints, Snapshot snapshot) {
        var affinity = RequiredNodeAffinity.of(pod.pod());
        var domains = new Domains[constraints.size()];
        for (int i = 0; i < domains.length; i++) {
            domains[i] = new Domains(new HashMap<>());
        }
        var state = new SpreadState(pod, constraints, affinity, domains);
        state.count(snapshot);
        return state;
    }

    /** Every eligible node makes its domain exist, with or without pods; then the pods are counted in. */
    private void count(Snapshot snapshot) {
        var included = new boolean[constraints.size()][snapshot.size()];
        for (int n = 0; n < snapshot.size(); n++) {
            var node = snapshot.node(n);
            if (!SpreadConstraint.allOn(node, constraints)) {
                continue;
            }
            for (int i = 0; i < domains.length; i++) {
                var constraint = constraints.get(i);
                if (constraint.includes(node, pod, affinity)) {
                    included[i][n] = true;
                    domains[i].counts.putIfAbsent(
                            Objects.requireNonNullElse(node.label(constraint.topologyKey()), ""), 0);
                }
            }
        }
        for (var pods : snapshot.shapes()) {
            for (int i = 0; i < domains.length; i++) {
                if (SpreadCount.counts(constraints.get(i), pods.shape(), pod.namespace())) {
                    count(pods, i, included[i], snapshot);
                }
            }
        }
    }

    private void count(PodsOfShape pods, int constraint, boolean[] included, Snapshot snapshot) {
        for (var entry : pods.entries()) {
            int n = snapshot.indexOf(entry.getKey());
            if (n >= 0 && included[n]) {
                var domain = Objects.requireNonNullElse(
                        snapshot.node(n).label(constraints.get(constraint).topologyKey()), "");
                domains[constraint].add(domain, entry.getValue());
            }
        }
    }

    /** The state if another pod came to the node (1) or left it (-1). */
    void move(PodInfo other, NodeInfo node, int by) {
        if (!other.namespace().equals(pod.namespace()) || !SpreadConstraint.allOn(node, constraints)) {
            return;
        }
        for (int i = 0; i < domains.length; i++) {
            var constraint = constraints.get(i);
            if (constraint.pods().matches(other.labels()) && constraint.includes(node, pod, affinity)) {
                domains[i].add(Objects.requireNonNullElse(node.label(constraint.topologyKey()), ""), by);
            }
        }
    }

    /** What the node would violate; null for nothing. */
    PodTopologySpread.@Nullable Violation violation(NodeInfo node) {
        for (int i = 0; i < domains.length; i++) {
            var constraint = constraints.get(i);
            var domain = node.label(constraint.topologyKey());
            if (domain == null) {
                return PodTopologySpread.Violation.MISSING_LABEL;
            }
            long self = constraint.pods().matches(pod.labels()) ? 1 : 0;
            long matching = domains[i].counts.getOrDefault(domain, 0);
            if (matching + self - domains[i].least(constraint.minDomains()) > constraint.maxSkew()) {
                return PodTopologySpread.Violation.SKEW;
            }
        }
        return null;
    }

    @Override
    public SpreadState copy() {
        var copies = new Domains[domains.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = domains[i].copy();
        }
        return new SpreadState(pod, constraints, affinity, copies);
    }
}
