package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.StateData;
import io.kubelayers.application.scheduling.framework.Topology;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many matching pods each domain has, for the hard constraints of a pod. Upstream: {@code preFilterState} of
 * {@code podtopologyspread/filtering.go}.
 */
final class SpreadState implements StateData {
    private final PodInfo pod;
    private final List<SpreadConstraint> constraints;
    private final RequiredNodeAffinity affinity;
    private final SpreadDomains[] domains;

    private SpreadState(
            PodInfo pod, List<SpreadConstraint> constraints, RequiredNodeAffinity affinity, SpreadDomains[] domains) {
        this.pod = pod;
        this.constraints = constraints;
        this.affinity = affinity;
        this.domains = domains;
    }

    /** Every eligible node makes its domain exist, with or without pods; then the pods are counted in. */
    static SpreadState of(PodInfo pod, List<SpreadConstraint> constraints, Snapshot snapshot) {
        var affinity = RequiredNodeAffinity.of(pod.pod());
        var labelled = labelled(constraints, snapshot);
        var domains = new SpreadDomains[constraints.size()];
        for (int i = 0; i < domains.length; i++) {
            var constraint = constraints.get(i);
            var eligible = constraint.includesAll(affinity)
                    ? labelled
                    : eligible(constraint, pod, affinity, labelled, snapshot);
            domains[i] = SpreadDomains.of(
                    constraint, snapshot, eligible, constraint.pods().matches(pod.labels()));
            for (var pods : snapshot.shapes()) {
                if (SpreadCount.counts(constraint, pods.shape(), pod.namespace())) {
                    domains[i].count(pods, snapshot, eligible);
                }
            }
        }
        return new SpreadState(pod, constraints, affinity, domains);
    }

    /** Which nodes have the labels of all constraints, by place; null for all. */
    private static boolean @Nullable [] labelled(List<SpreadConstraint> constraints, Snapshot snapshot) {
        boolean[] labelled = null;
        for (var constraint : constraints) {
            var topology = snapshot.topology(constraint.topologyKey());
            if (topology.isComplete()) {
                continue;
            }
            if (labelled == null) {
                labelled = new boolean[snapshot.size()];
                Arrays.fill(labelled, true);
            }
            for (int place = 0; place < labelled.length; place++) {
                labelled[place] &= topology.at(place) != Topology.NONE;
            }
        }
        return labelled;
    }

    private static boolean[] eligible(
            SpreadConstraint constraint,
            PodInfo pod,
            RequiredNodeAffinity affinity,
            boolean @Nullable [] labelled,
            Snapshot snapshot) {
        var eligible = new boolean[snapshot.size()];
        for (int place = 0; place < eligible.length; place++) {
            eligible[place] =
                    (labelled == null || labelled[place]) && constraint.includes(snapshot.node(place), pod, affinity);
        }
        return eligible;
    }

    /** The state if another pod came to the node (1) or left it (-1). */
    void move(PodInfo other, NodeInfo node, int by) {
        if (!other.namespace().equals(pod.namespace()) || !SpreadConstraint.allOn(node, constraints)) {
            return;
        }
        for (var domain : domains) {
            var constraint = domain.constraint();
            if (constraint.pods().matches(other.labels()) && constraint.includes(node, pod, affinity)) {
                domain.add(node, by);
            }
        }
    }

    /** What the node would violate, as it is or with other pods on it; null for nothing. */
    PodTopologySpread.@Nullable Violation violation(NodeInfo node) {
        for (var domain : domains) {
            var violation = domain.violation(node);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** The same for a node of the snapshot. */
    PodTopologySpread.@Nullable Violation violation(int place) {
        for (var domain : domains) {
            var violation = domain.violation(place);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    @Override
    public SpreadState copy() {
        var copies = new SpreadDomains[domains.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = domains[i].copy();
        }
        return new SpreadState(pod, constraints, affinity, copies);
    }
}
