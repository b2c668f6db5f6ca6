package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.scheduling.PlacementGrid;
import java.util.ArrayList;
import java.util.List;

/** Why a pod goes where it goes: each node's rejection or scores as a table, and who would make room. */
final class PlacementReasons {
    private PlacementReasons() {}

    static List<Part> of(Placement placement) {
        var parts = new ArrayList<Part>();
        if (placement.nodes().isEmpty()) {
            parts.add(new Part.Sentence(placement.message()));
        } else {
            parts.add(PlacementGrid.of(placement));
        }
        var plan = placement.preemption();
        if (plan != null) {
            parts.add(new Part.Sentence(plan.explain()));
        }
        return parts;
    }

    /** Of the first of these that found no node. */
    static List<Part> ofFirst(List<Placement> unscheduled) {
        return unscheduled.isEmpty() ? List.of() : of(unscheduled.get(0));
    }
}
