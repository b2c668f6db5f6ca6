package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Where several pods go, one after the other.
 *
 * @param placements in the order in which the pods were tried
 * @param after the cluster with the pods that found a node
 */
public record Placements(List<Placement> placements, Snapshot after) implements Explained {
    public Placements {
        placements = List.copyOf(placements);
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
                .append(" pods found a node");
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
        return finding.because(placements.stream().map(Placement::finding).toList());
    }
}
