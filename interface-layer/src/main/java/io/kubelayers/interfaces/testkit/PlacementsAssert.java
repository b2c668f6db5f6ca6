package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Placements;
import io.kubelayers.interfaces.spelling.NearestName;
import java.util.List;
import java.util.TreeMap;

/**
 * Assertions about where many pods go.
 *
 * <pre>{@code
 * assertThat(Scheduling.on(nodes, pods).placeAll(more)).allScheduled().pod("shop/web-0").onNode("n1");
 * assertThat(cluster).draining("node-1").allScheduled();
 * }</pre>
 */
public final class PlacementsAssert extends DecisionAssert<PlacementsAssert, Placements> {
    PlacementsAssert(Placements placements) {
        super(placements, PlacementsAssert.class);
    }

    /** Every pod finds a node. */
    public PlacementsAssert allScheduled() {
        var unscheduled = actual.unscheduled();
        if (!unscheduled.isEmpty()) {
            int all = actual.placements().size();
            throw mismatch(explained(Mismatch.expected("all " + all + " pods find a node")
                    .but(unscheduled.size() + " of them " + (unscheduled.size() == 1 ? "does" : "do") + " not: "
                            + unscheduled.get(0))));
        }
        return this;
    }

    /** Exactly these pods ({@code namespace/name}) find none. */
    public PlacementsAssert unscheduled(String... pods) {
        var found = actual.unscheduled().stream()
                .map(placement -> placement.pod().key())
                .sorted()
                .toList();
        var wanted = List.of(pods).stream().sorted().toList();
        if (!found.equals(wanted)) {
            throw mismatch(explained(
                    Mismatch.expected("no node for " + wanted + " alone").but("there is none for " + found)));
        }
        return this;
    }

    /** Where the pod of this {@code namespace/name} goes. */
    public PlacementAssert pod(String key) {
        for (var placement : actual.placements()) {
            if (placement.pod().key().equals(key)) {
                return new PlacementAssert(placement).as(descriptionText());
            }
        }
        var keys = actual.placements().stream()
                .map(placement -> placement.pod().key())
                .toList();
        throw mismatch(Mismatch.expected("pod " + key + " among the placements")
                .but("it is not")
                .hint(NearestName.hint(key, keys)));
    }

    /**
     * In no two domains of this label the numbers of the pods placed differ by more than that; nodes without the label are left out,
     * domains without such a pod count.
     */
    public PlacementsAssert spreadOver(String label, int maxSkew) {
        var counts = new TreeMap<String, Integer>();
        for (var node : actual.after().nodes()) {
            var domain = node.label(label);
            if (domain != null) {
                counts.merge(domain, 0, Integer::sum);
            }
        }
        for (var placement : actual.placements()) {
            var node = placement.node() == null ? null : actual.after().node(placement.node());
            var domain = node == null ? null : node.label(label);
            if (domain != null) {
                counts.merge(domain, 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        if (counts.isEmpty() || most - least > maxSkew) {
            throw mismatch(Mismatch.expected("pods spread over " + label + " with a skew of at most " + maxSkew)
                    .but(counts.isEmpty() ? "no node has that label" : "they are " + counts));
        }
        return this;
    }

    /** Nobody has to make room. Ask placements of {@code Scheduling.evicting()}. */
    public PlacementsAssert evictsNobody() {
        if (!actual.evicted().isEmpty()) {
            throw mismatch(Mismatch.expected("nobody is evicted")
                    .but(String.join(
                            "; ",
                            actual.evicted().stream().map(Object::toString).toList())));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        List<Placement> unscheduled = actual.unscheduled();
        return unscheduled.isEmpty() ? mismatch : mismatch.why(PlacementReasons.ofFirst(unscheduled));
    }
}
