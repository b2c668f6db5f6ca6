package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.AffinityTerm;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodShape;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well a pod and those on the nodes like each other, by domain. Preferences count in both directions; the hard
 * affinity of pods that are there counts as a preference for the pod they need. Upstream: {@code preScoreState} of
 * {@code interpodaffinity/scoring.go}.
 */
final class AffinityScore {
    private final DomainCounts scores = DomainCounts.empty();
    private final Set<String> keys = new HashSet<>();
    private final PodShape pod;
    private final Map<String, String> namespaceLabels;
    private final int hardWeight;

    private AffinityScore(PodShape pod, Map<String, String> namespaceLabels, int hardWeight) {
        this.pod = pod;
        this.namespaceLabels = namespaceLabels;
        this.hardWeight = hardWeight;
    }

    static AffinityScore of(PodShape pod, Snapshot snapshot, ClusterObjects objects, int hardWeight) {
        var score = new AffinityScore(pod, AffinityState.labelsOf(pod.namespace(), objects), hardWeight);
        var near = AffinityState.named(pod.preferredAffinity(), objects);
        var far = AffinityState.named(pod.preferredAntiAffinity(), objects);
        if (!near.isEmpty() || !far.isEmpty()) {
            for (var pods : snapshot.shapes()) {
                score.own(near, pods, snapshot, 1);
                score.own(far, pods, snapshot, -1);
            }
        }
        for (var pods : snapshot.shapesWithAffinity()) {
            score.theirs(pods, snapshot);
        }
        return score;
    }

    private void own(List<AffinityTerm> terms, PodsOfShape pods, Snapshot snapshot, int sign) {
        for (var term : terms) {
            if (term.matches(pods.shape(), Map.of())) {
                add(term, pods, snapshot, (long) term.weight() * sign);
            }
        }
    }

    private void theirs(PodsOfShape pods, Snapshot snapshot) {
        var shape = pods.shape();
        if (hardWeight > 0) {
            for (var term : shape.requiredAffinity()) {
                their(term, pods, snapshot, hardWeight);
            }
        }
        for (var term : shape.preferredAffinity()) {
            their(term, pods, snapshot, term.weight());
        }
        for (var term : shape.preferredAntiAffinity()) {
            their(term, pods, snapshot, -term.weight());
        }
    }

    private void their(AffinityTerm term, PodsOfShape pods, Snapshot snapshot, long weight) {
        if (term.matches(pod, namespaceLabels)) {
            add(term, pods, snapshot, weight);
        }
    }

    private void add(AffinityTerm term, PodsOfShape pods, Snapshot snapshot, long weight) {
        scores.addEach(term.topologyKey(), pods, snapshot, weight);
        for (var entry : pods.entries()) {
            var node = snapshot.node(entry.getKey());
            if (node != null && node.label(term.topologyKey()) != null) {
                keys.add(term.topologyKey());
                return;
            }
        }
    }

    /** Whether no term met any pod: then nothing is scored. */
    boolean isIndifferent() {
        return keys.isEmpty();
    }

    long of(NodeInfo node) {
        long sum = 0;
        for (var key : scores.keys()) {
            sum += scores.of(key, node);
        }
        return sum;
    }
}
