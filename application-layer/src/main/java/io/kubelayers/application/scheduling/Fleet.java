package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of nodes that must be added so that pods fit.
 *
 * @param nodes how many of each shape, by the name of the node that shows the shape; empty if the pods fit already, or
 *     never
 * @param proven whether all smaller sets were tried or are too small by their sums; if not, this is the best that was found
 * @param placements where the pods go then, or how far they got with as many nodes as were allowed
 */
public record Fleet(SortedMap<String, Integer> nodes, boolean proven, Placements placements) implements Explained {
    public Fleet {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    /** Whether all pods fit with these nodes. */
    public boolean fits() {
        return placements.allScheduled();
    }

    /** How many nodes are added. */
    public int size() {
        return nodes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first pod that found no node; null if all did. */
    public @Nullable Placement obstacle() {
        var unscheduled = placements.unscheduled();
        return unscheduled.isEmpty() ? null : unscheduled.get(0);
    }

    /** Those that found no node. */
    public List<Placement> unscheduled() {
        return placements.unscheduled();
    }

    @Override
    public String explain() {
        var obstacle = obstacle();
        if (obstacle != null) {
            return "no set of these nodes " + (proven ? "is" : "that was tried is") + " enough; " + obstacle;
        }
        int count = placements.placements().size();
        var pods = count == 1 ? "1 pod fits" : count + " pods fit";
        if (nodes.isEmpty()) {
            return pods + " as it is";
        }
        var parts = new ArrayList<String>();
        nodes.forEach((shape, number) -> parts.add(number + " " + shape));
        return pods + " with " + String.join(" and ", parts) + " more"
                + (proven ? "" : "; fewer may do, not all sets were tried");
    }

    @Override
    public Finding finding() {
        var finding = fits()
                ? Finding.pass("scheduling.fleet", "", explain())
                : Finding.fail("scheduling.fleet", "", explain());
        return finding.because(placements.finding());
    }

    /** A JSON object: how many of each shape, or what is in the way. */
    public String toJson() {
        return Codec.json(SchedulingTrees.of(this));
    }
}
