package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Where several pods go, one after the other.
 *
 * @param placements in the order in which the pods were tried
 * @param evicted pods that had to make room, if preemption was carried out
 * @param after the cluster with the pods that found a node
 */
public record Placements(List<Placement> placements, List<Evicted> evicted, Snapshot after) implements Explained {
    /**
     * A pod that made room.
     *
     * @param pod {@code namespace/name}
     * @param node where it was
     * @param by the pod that it made room for
     * @param returns whether a controller makes it again; then it is among the placements
     */
    public record Evicted(String pod, String node, String by, boolean returns) {
        @Override
        public String toString() {
            return pod + " leaves " + node + " for " + by + (returns ? "" : " and does not return");
        }
    }

    public Placements {
        placements = List.copyOf(placements);
        evicted = List.copyOf(evicted);
    }

    /** Whether every pod found a node. */
    public boolean allScheduled() {
        return placements.stream().allMatch(Placement::isScheduled);
    }

    /** Those that found none. */
    public List<Placement> unscheduled() {
        return placements.stream().filter(placement -> !placement.isScheduled()).toList();
    }

    /**
     * The placement of the pod with this {@code namespace/name}.
     *
     * @throws IllegalArgumentException if there was no such pod
     */
    public Placement of(String key) {
        return placements.stream()
                .filter(placement -> placement.pod().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pod " + key + " was placed"));
    }

    @Override
    public String explain() {
        var unscheduled = unscheduled();
        var text = new StringBuilder()
                .append(placements.size() - unscheduled.size())
                .append(" of ")
                .append(placements.size())
                .append(placements.size() == 1 ? " pod found a node" : " pods found a node");
        for (var pod : evicted) {
            text.append("; ").append(pod);
        }
        for (var placement : unscheduled) {
            text.append("; ").append(placement);
        }
        return text.toString();
    }

    @Override
    public Finding finding() {
        var finding = allScheduled()
                ? Finding.pass("scheduling.all", "", explain())
                : Finding.fail("scheduling.all", "", explain());
        for (var pod : evicted) {
            finding = finding.because(Finding.note("preemption.evicted", "pod/" + pod.pod(), pod.toString()));
        }
        return finding.because(placements.stream().map(Placement::finding).toList());
    }

    /**
     * A JSON object: what became of each pod, with the nodes of those that found none. Where nodes say the same as to a pod
     * before, such as to replicas, its name stands for them ({@code nodesAsOf}).
     */
    public String toJson() {
        return Codec.json(SchedulingTrees.of(this));
    }
}
