package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.AffinityTerm;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodShape;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import java.util.List;
import java.util.Map;

/**
 * How well a pod and those on the nodes like each other, by domain. Preferences count in both directions; the hard
 * affinity of pods that are there counts as a preference for the pod they need. Upstream: {@code preScoreState} of
 * {@code interpodaffinity/scoring.go}.
 */
final class AffinityScore {
    private final DomainCounts scores;
    private boolean met;
    private final PodShape pod;
    private final Map<String, String> namespaceLabels;
    private final int hardWeight;

    private AffinityScore(DomainCounts scores, PodShape pod, Map<String, String> namespaceLabels, int hardWeight) {
        this.scores = scores;
        this.pod = pod;
        this.namespaceLabels = namespaceLabels;
        this.hardWeight = hardWeight;
    }

    static AffinityScore of(PodShape pod, Snapshot snapshot, ClusterObjects objects, int hardWeight) {
        var score = new AffinityScore(
                DomainCounts.over(snapshot), pod, AffinityState.labelsOf(pod.namespace(), objects), hardWeight);
        var near = AffinityState.named(pod.preferredAffinity(), objects);
        var far = AffinityState.named(pod.preferredAntiAffinity(), objects);
        if (!near.isEmpty() || !far.isEmpty()) {
            for (var pods : snapshot.shapes()) {
                score.own(near, pods, 1);
                score.own(far, pods, -1);
            }
        }
        for (var pods : snapshot.shapesWithAffinity()) {
            score.theirs(pods);
        }
        return score;
    }

    private void own(List<AffinityTerm> terms, PodsOfShape pods, int sign) {
        for (var term : terms) {
            if (term.matches(pods.shape(), Map.of())) {
                add(term, pods, (long) term.weight() * sign);
            }
        }
    }

    private void theirs(PodsOfShape pods) {
        var shape = pods.shape();
        if (hardWeight > 0) {
            for (var term : shape.requiredAffinity()) {
                their(term, pods, hardWeight);
            }
        }
        for (var term : shape.preferredAffinity()) {
            their(term, pods, term.weight());
        }
        for (var term : shape.preferredAntiAffinity()) {
            their(term, pods, -term.weight());
        }
    }

    private void their(AffinityTerm term, PodsOfShape pods, long weight) {
        if (term.matches(pod, namespaceLabels)) {
            add(term, pods, weight);
        }
    }

    private void add(AffinityTerm term, PodsOfShape pods, long weight) {
        met |= scores.addEach(term.topologyKey(), pods, weight);
    }

    /** Whether no term met any pod: then nothing is scored. */
    boolean isIndifferent() {
        return !met;
    }

    long of(NodeInfo node) {
        long sum = 0;
        for (var column : scores.columns()) {
            sum += column.of(node);
        }
        return sum;
    }

    long at(int place) {
        long sum = 0;
        var columns = scores.columns();
        for (int i = 0; i < columns.size(); i++) {
            sum += columns.get(i).at(place);
        }
        return sum;
    }
}
