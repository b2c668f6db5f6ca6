package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.FeasibleNodes;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PodsOfShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Topology;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How crowded with matching pods each domain is, for the soft constraints of a pod. Upstream: {@code preScoreState} of
 * {@code podtopologyspread/scoring.go}.
 */
final class SpreadScore {
    /** The raw score of nodes that lack a label of the constraints. */
    static final long IGNORED = -1;

    private final List<SpreadConstraint> constraints;
    private final boolean[] counted;
    private final Part[] parts;

    /**
     * What one constraint adds.
     *
     * @param labels whose label a node must have
     * @param topology the domains, each node its own for the hostname
     * @param pods how many matching pods are in each
     * @param weight of a pod, so that few large domains do not outweigh many small ones
     * @param skew what every node gets
     */
    private record Part(Topology labels, Topology topology, long[] pods, double weight, int skew) {}

    private SpreadScore(List<SpreadConstraint> constraints, boolean[] counted) {
        this.constraints = constraints;
        this.counted = counted;
        this.parts = new Part[constraints.size()];
    }

    /**
     * @param feasible the nodes to be scored; only their domains matter
     * @param needsAllLabels whether nodes without all the labels are out of it
     */
    static SpreadScore of(
            PodInfo pod,
            List<SpreadConstraint> constraints,
            boolean needsAllLabels,
            FeasibleNodes feasible,
            Snapshot snapshot) {
        var score = new SpreadScore(constraints, counted(constraints, needsAllLabels, snapshot));
        var affinity = RequiredNodeAffinity.of(pod.pod());
        for (int i = 0; i < score.parts.length; i++) {
            score.parts[i] = score.part(constraints.get(i), pod, affinity, feasible, snapshot);
        }
        return score;
    }

    /** Which nodes take part, by place. */
    private static boolean[] counted(List<SpreadConstraint> constraints, boolean needsAllLabels, Snapshot snapshot) {
        var counted = new boolean[snapshot.size()];
        Arrays.fill(counted, true);
        for (var constraint : constraints) {
            var topology = snapshot.topology(constraint.topologyKey());
            for (int place = 0; needsAllLabels && !topology.isComplete() && place < counted.length; place++) {
                counted[place] &= topology.at(place) != Topology.NONE;
            }
        }
        return counted;
    }

    private Part part(
            SpreadConstraint constraint,
            PodInfo pod,
            RequiredNodeAffinity affinity,
            FeasibleNodes feasible,
            Snapshot snapshot) {
        var labels = snapshot.topology(constraint.topologyKey());
        boolean isHost = constraint.topologyKey().equals(SpreadConstraint.HOSTNAME);
        var topology = isHost ? snapshot.topologyOfNodes() : labels;
        var pods = new long[topology.size()];
        var present = isHost ? null : new boolean[pods.length];
        int size = size(feasible, topology, present);
        for (var shape : snapshot.shapes()) {
            if (SpreadCount.counts(constraint, shape.shape(), pod.namespace())) {
                if (isHost) {
                    add(pods, shape.in(topology));
                } else {
                    count(pods, shape, constraint, pod, affinity, snapshot);
                }
            }
        }
        for (int domain = 0; present != null && domain < pods.length; domain++) {
            pods[domain] = present[domain] ? pods[domain] : 0;
        }
        return new Part(labels, topology, pods, Math.log(size + 2), constraint.maxSkew() - 1);
    }

    private static void add(long[] sums, int[] counts) {
        for (int domain = 0; domain < sums.length; domain++) {
            sums[domain] += counts[domain];
        }
    }

    /** How many domains, or nodes if each is one, are to be scored; they are marked. */
    private int size(FeasibleNodes feasible, Topology topology, boolean @Nullable [] present) {
        int size = 0;
        boolean withoutLabel = false;
        for (int i = 0; i < feasible.size(); i++) {
            int place = feasible.place(i);
            if (!counted[place]) {
                continue;
            }
            int domain = topology.at(place);
            if (present == null) {
                size++;
            } else if (domain == Topology.NONE) {
                withoutLabel = true;
            } else if (!present[domain]) {
                present[domain] = true;
                size++;
            }
        }
        // to upstream a missing label is the same as an empty one
        int empty = topology.number("");
        boolean isNew = withoutLabel && (empty == Topology.NONE || present != null && !present[empty]);
        return isNew ? size + 1 : size;
    }

    private void count(
            long[] sums,
            PodsOfShape pods,
            SpreadConstraint constraint,
            PodInfo pod,
            RequiredNodeAffinity affinity,
            Snapshot snapshot) {
        var topology = snapshot.topology(constraint.topologyKey());
        if (topology.isComplete() && constraint.includesAll(affinity) && allCounted(snapshot)) {
            add(sums, pods.in(topology));
            return;
        }
        pods.eachNode((node, count) -> {
            int place = snapshot.indexOf(node);
            boolean counts = place >= 0
                    && counted[place]
                    && topology.at(place) != Topology.NONE
                    && constraint.includes(snapshot.node(place), pod, affinity);
            if (counts) {
                sums[topology.at(place)] += count;
            }
        });
    }

    private boolean allCounted(Snapshot snapshot) {
        for (var constraint : constraints) {
            if (!snapshot.topology(constraint.topologyKey()).isComplete()) {
                return false;
            }
        }
        return true;
    }

    /** The crowdedness of the domains of the node at this place, or {@link #IGNORED}. */
    long at(int place) {
        if (!counted[place]) {
            return IGNORED;
        }
        double score = 0;
        for (var part : parts) {
            if (part.labels.at(place) != Topology.NONE) {
                score += part.pods[part.topology.at(place)] * part.weight + part.skew;
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
