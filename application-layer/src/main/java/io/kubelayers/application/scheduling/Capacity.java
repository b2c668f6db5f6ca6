package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many replicas of a pod fit into a cluster, and what stops the next one.
 *
 * @param pod {@code namespace/name} of the pod asked about
 * @param replicas how many fit
 * @param byNode how many of them each node got, nodes that got none left out
 * @param after the cluster with them
 * @param next why one more does not fit; null if counting stopped at the limit
 */
public record Capacity(
        String pod, int replicas, SortedMap<String, Integer> byNode, Snapshot after, @Nullable Placement next)
        implements Explained {
    public Capacity {
        byNode = Collections.unmodifiableSortedMap(new TreeMap<>(byNode));
    }

    static Capacity of(Scheduling scheduling, Pod pod, int limit) {
        var cluster = scheduling;
        var byNode = new TreeMap<String, Integer>();
        var key = PodInfo.of(pod).key();
        for (int i = 0; i < limit; i++) {
            var metadata = pod.metadata();
            var replica = pod.withMetadata(
                    metadata.withName(metadata.name() + '-' + i).withUid(null));
            var placement = cluster.place(replica);
            var node = placement.node();
            if (node == null) {
                return new Capacity(key, i, byNode, cluster.snapshot(), placement);
            }
            byNode.merge(node, 1, Integer::sum);
            cluster = cluster.whatIf(before -> before.with(replica, node));
        }
        return new Capacity(key, limit, byNode, cluster.snapshot(), null);
    }

    @Override
    public String explain() {
        var text = replicas + (replicas == 1 ? " replica of " : " replicas of ") + pod + " fit";
        return next == null ? text + ", counted no further" : text + ", then " + next.message();
    }

    @Override
    public Finding finding() {
        var finding = Finding.note("scheduling.capacity", "pod/" + pod, explain());
        for (var entry : byNode.entrySet()) {
            finding = finding.because(
                    Finding.pass("scheduling.chosen", "node/" + entry.getKey(), entry.getValue() + " fit here"));
        }
        return next == null ? finding : finding.because(next.finding());
    }

    /** A JSON object: how many fit, on which nodes, and what stops the next one. */
    public String toJson() {
        return Codec.json(SchedulingTrees.of(this));
    }
}
