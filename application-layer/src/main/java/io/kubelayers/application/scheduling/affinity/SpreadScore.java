package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How crowded with matching pods each domain is, for the soft constraints of a pod. Upstream: {@code preScoreState} of
 * {@code podtopologyspread/scoring.go}.
 */
final class SpreadScore {
    /** The raw score of nodes that lack a label of the constraints. */
    static final long IGNORED = -1;

    private final PodInfo pod;
    private final List<SpreadConstraint> constraints;
    private final boolean needsAllLabels;
    private final List<Map<String, Long>> domains = new ArrayList<>();
    private final List<Map<String, Long>> hosts = new ArrayList<>();
    private final double[] weights;

    private SpreadScore(PodInfo pod, List<SpreadConstraint> constraints, boolean needsAllLabels) {
        this.pod = pod;
        this.constraints = constraints;
        this.needsAllLabels = needsAllLabels;
        this.weights = new double[constraints.size()];
    }

    /**
     * @param feasible the nodes to be scored; only their domains matter
     * @param needsAllLabels whether nodes without all the labels are out of it
     */
    static SpreadScore of(
            PodInfo pod,
            List<SpreadConstraint> constraints,
            boolean needsAllLabels,
            List<NodeInfo> feasible,
            Snapshot snapshot) {
        var score = new SpreadScore(pod, constraints, needsAllLabels);
        score.findDomains(feasible);
        score.count(snapshot);
        return score;
    }

    private boolean isIgnored(NodeInfo node) {
        return needsAllLabels && !SpreadConstraint.allOn(node, constraints);
    }

    private boolean isHost(int constraint) {
        return constraints.get(constraint).topologyKey().equals(SpreadConstraint.HOSTNAME);
    }

    private void findDomains(List<NodeInfo> feasible) {
        for (int i = 0; i < weights.length; i++) {
            domains.add(new HashMap<>());
            hosts.add(new HashMap<>());
        }
        int scored = 0;
        for (var node : feasible) {
            if (isIgnored(node)) {
                continue;
            }
            scored++;
            for (int i = 0; i < weights.length; i++) {
                if (!isHost(i)) {
                    domains.get(i).put(domain(node, i), 0L);
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            int size = isHost(i) ? scored : domains.get(i).size();
            weights[i] = Math.log(size + 2); // so that few large domains do not outweigh many small ones
        }
    }

    private String domain(NodeInfo node, int constraint) {
        return Objects.requireNonNullElse(node.label(constraints.get(constraint).topologyKey()), "");
    }

    private void count(Snapshot snapshot) {
        var affinity = RequiredNodeAffinity.of(pod.pod());
        for (var pods : snapshot.shapes()) {
            for (int i = 0; i < weights.length; i++) {
                if (!SpreadCount.counts(constraints.get(i), pods.shape(), pod.namespace())) {
                    continue;
                }
                if (!isHost(i)) {
                    count(pods, i, affinity, snapshot);
                } else {
                    for (var entry : pods.entries()) {
                        hosts.get(i).merge(entry.getKey(), (long) entry.getValue(), Long::sum);
                    }
                }
            }
        }
    }

    private void count(PodsOfShape pods, int constraint, RequiredNodeAffinity affinity, Snapshot snapshot) {
        for (var entry : pods.entries()) {
            var node = snapshot.node(entry.getKey());
            if (node != null && !isIgnored(node) && constraints.get(constraint).includes(node, pod, affinity)) {
                domains.get(constraint)
                        .computeIfPresent(domain(node, constraint), (domain, count) -> count + entry.getValue());
            }
        }
    }

    /** The crowdedness of the node's domains, or {@link #IGNORED}. */
    long of(NodeInfo node) {
        if (isIgnored(node)) {
            return IGNORED;
        }
        double score = 0;
        for (int i = 0; i < weights.length; i++) {
            var constraint = constraints.get(i);
            var domain = node.label(constraint.topologyKey());
            if (domain != null) {
                long count = isHost(i)
                        ? hosts.get(i).getOrDefault(node.name(), 0L)
                        : domains.get(i).getOrDefault(domain, 0L);
                score += count * weights[i] + (constraint.maxSkew() - 1);
            }
        }
        return Math.round(score);
    }

    /** The least crowded gets the most; nodes that are out of it get nothing. */
    static void normalize(long[] scores, long most) {
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (long score : scores) {
            if (score != IGNORED) {
                lowest = Math.min(lowest, score);
                highest = Math.max(highest, score);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] == IGNORED) {
                scores[i] = 0;
            } else {
                scores[i] = highest == 0 ? most : most * (highest + lowest - scores[i]) / highest;
            }
        }
    }
}
