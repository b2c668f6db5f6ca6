package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * The same pods placed by two schedulers.
 *
 * @param first what the first makes of them
 * @param second what the second does
 */
public record Comparison(Placements first, Placements second) implements Explained {
    /** {@code namespace/name} of the pods that they place differently. */
    public List<String> differing() {
        var differing = new ArrayList<String>();
        var others = new HashMap<String, String>();
        for (var placement : second.placements()) {
            var node = placement.node();
            if (node != null) {
                others.put(placement.pod().key(), node);
            }
        }
        for (var placement : first.placements()) {
            var key = placement.pod().key();
            if (!Objects.equals(placement.node(), others.get(key))) {
                differing.add(key);
            }
        }
        return differing;
    }

    /** How the cluster is filled by the first. */
    public Balance firstBalance() {
        return Balance.of(first.after(), pods());
    }

    /** How the cluster is filled by the second. */
    public Balance secondBalance() {
        return Balance.of(second.after(), pods());
    }

    private List<PodInfo> pods() {
        return first.placements().stream().map(Placement::pod).toList();
    }

    @Override
    public String explain() {
        return differing().size() + " of " + first.placements().size() + " pods go elsewhere; " + firstBalance()
                + " against " + secondBalance() + "; " + first.unscheduled().size() + " against "
                + second.unscheduled().size() + " find no node";
    }

    @Override
    public Finding finding() {
        var finding = Finding.note("scheduling.comparison", "", explain());
        for (var key : differing()) {
            finding = finding.because(Finding.note(
                    "scheduling.differs", "pod/" + key, where(first.of(key)) + " against " + where(second.of(key))));
        }
        return finding;
    }

    private static String where(Placement placement) {
        var node = placement.node();
        return node == null ? "nowhere" : node;
    }

    /** A JSON object: placements that differ, balance and fragmentation, and what finds no node. */
    public String toJson() {
        return Codec.json(SchedulingTrees.of(this));
    }
}
