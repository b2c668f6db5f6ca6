package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.scheduling.Balance;
import io.kubelayers.application.scheduling.Capacity;
import io.kubelayers.application.scheduling.Comparison;
import io.kubelayers.application.scheduling.Fleet;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Placements;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The scheduler's answers about many pods as sections of a report: as text, or as a page with pictures. */
public final class SchedulingSections {
    private static final String LAYER = "application";

    private SchedulingSections() {}

    /**
     * Where pods go, why some go nowhere, and how they lie on the nodes.
     *
     * @param everyTable whether pods that found a node show their table of scores too
     */
    public static List<Section> of(Placements placements, boolean everyTable) {
        var sections = new ArrayList<Section>();
        sections.add(
                placements.placements().isEmpty()
                        ? new Section("Placements", LAYER, List.of(new Part.Sentence("No pod waits for a node.")))
                        : new Section(
                                "Placements",
                                LAYER,
                                List.of(table(placements), new Part.Sentence(summary(placements)))));
        for (var pending : alike(placements.unscheduled())) {
            sections.add(why(pending));
        }
        if (everyTable) {
            for (var placement : placements.placements()) {
                if (placement.isScheduled()) {
                    sections.add(scores(placement));
                }
            }
        }
        sections.add(packing(placements));
        return sections;
    }

    private static Part.Grid table(Placements placements) {
        var rows = new ArrayList<List<String>>();
        for (var placement : placements.placements()) {
            rows.add(List.of(
                    placement.pod().key(), where(placement), placement.isScheduled() ? "" : outcome(placement)));
        }
        for (var pod : placements.evicted()) {
            if (!pod.returns()) {
                rows.add(List.of(pod.pod(), "<none>", "evicted from " + pod.node() + " for " + pod.by()));
            }
        }
        return new Part.Grid(List.of("Pod", "Node", "Note"), rows);
    }

    private static String where(Placement placement) {
        var node = placement.node();
        return node == null ? "<none>" : node;
    }

    private static String outcome(Placement placement) {
        return switch (placement.outcome()) {
            case SCHEDULED -> "";
            case UNSCHEDULABLE -> "pending";
            case GATED -> "gated";
            case FAILED -> "failed";
        };
    }

    private static String summary(Placements placements) {
        int all = placements.placements().size();
        int found = all - placements.unscheduled().size();
        var text = new StringBuilder()
                .append(found)
                .append(" of ")
                .append(all)
                .append(all == 1 ? " pod finds a node; " : " pods find a node; ")
                .append(balance(placements))
                .append('.');
        for (var pod : placements.evicted()) {
            text.append(' ').append(pod).append('.');
        }
        return text.toString();
    }

    private static Balance balance(Placements placements) {
        return Balance.of(
                placements.after(),
                placements.placements().stream().map(Placement::pod).toList());
    }

    /** Pods that are refused in the same words by the same nodes, such as replicas: the first speaks for all. */
    private static List<List<Placement>> alike(List<Placement> placements) {
        var groups = new LinkedHashMap<String, List<Placement>>();
        for (var placement : placements) {
            groups.computeIfAbsent(placement.outcome() + placement.message(), message -> new ArrayList<>())
                    .add(placement);
        }
        return List.copyOf(groups.values());
    }

    private static Section why(List<Placement> pending) {
        var first = pending.get(0);
        int others = pending.size() - 1;
        var title = "Why " + first.pod().key() + " finds no node"
                + (others == 0 ? "" : ", nor " + others + (others == 1 ? " more" : " others"));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Sentence(first.message()));
        var plan = first.preemption();
        if (plan != null) {
            parts.add(new Part.Because(plan.finding()));
        }
        if (first.outcome() == Placement.Outcome.UNSCHEDULABLE) {
            parts.add(PlacementGrid.of(first));
        }
        return new Section(title, LAYER, parts);
    }

    private static Section scores(Placement placement) {
        return new Section(
                "Why " + placement.pod().key() + " goes to " + placement.node(),
                LAYER,
                List.of(PlacementGrid.of(placement)));
    }

    private static Section packing(Placements placements) {
        return new Section("Packing", LAYER, List.of(PackingPicture.of(placements.after(), placements.placements())));
    }

    /** How many replicas fit, and what stops the next. */
    public static List<Section> of(Capacity capacity) {
        var rows = new ArrayList<List<String>>();
        capacity.byNode().forEach((node, count) -> rows.add(List.of(node, count.toString())));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Sentence(capacity.replicas()
                + (capacity.replicas() == 1 ? " replica of " : " replicas of ")
                + capacity.pod()
                + (capacity.replicas() == 1 ? " fits." : " fit.")));
        if (!rows.isEmpty()) {
            parts.add(new Part.Grid(List.of("Node", "Replicas"), rows));
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section("Room", LAYER, parts));
        var next = capacity.next();
        sections.add(
                next == null
                        ? new Section(
                                "What stops the next one", LAYER, List.of(new Part.Sentence("Counted no further.")))
                        : new Section(
                                "What stops the next one",
                                LAYER,
                                List.of(new Part.Sentence(next.message()), PlacementGrid.of(next))));
        sections.add(new Section("Packing", LAYER, List.of(PackingPicture.of(capacity.after(), List.of()))));
        return sections;
    }

    /** Which nodes are needed, and how pods lie on them. */
    public static List<Section> of(Fleet fleet) {
        var sections = new ArrayList<Section>();
        var parts = new ArrayList<Part>();
        parts.add(new Part.Sentence(fleet.explain()));
        if (!fleet.nodes().isEmpty()) {
            var rows = new ArrayList<List<String>>();
            fleet.nodes().forEach((shape, count) -> rows.add(List.of(shape, count.toString())));
            parts.add(new Part.Grid(List.of("Shape", "Nodes"), rows));
        }
        sections.add(new Section("Nodes needed", LAYER, parts));
        for (var pending : alike(fleet.unscheduled())) {
            sections.add(why(pending));
        }
        sections.add(packing(fleet.placements()));
        return sections;
    }

    /** Which pods two schedulers place differently, and what comes of it. */
    public static List<Section> of(Comparison comparison, String first, String second) {
        var rows = new ArrayList<List<String>>();
        for (var key : comparison.differing()) {
            rows.add(List.of(
                    key,
                    where(comparison.first().of(key)),
                    where(comparison.second().of(key))));
        }
        var parts = new ArrayList<Part>();
        int all = comparison.first().placements().size();
        parts.add(
                new Part.Sentence(rows.size() + " of " + all + (all == 1 ? " pod goes" : " pods go") + " elsewhere."));
        if (!rows.isEmpty()) {
            parts.add(new Part.Grid(List.of("Pod", first, second), rows));
        }
        parts.add(new Part.Grid(
                List.of("", first, second),
                BalanceRows.of(
                        comparison.firstBalance(),
                        comparison.first().unscheduled().size(),
                        comparison.secondBalance(),
                        comparison.second().unscheduled().size())));
        return List.of(
                new Section("Differences", LAYER, parts),
                new Section(
                        "Packing by " + first,
                        LAYER,
                        List.of(PackingPicture.of(
                                comparison.first().after(), comparison.first().placements()))),
                new Section(
                        "Packing by " + second,
                        LAYER,
                        List.of(PackingPicture.of(
                                comparison.second().after(), comparison.second().placements()))));
    }
}
