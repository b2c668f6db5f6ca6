package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Capacity;
import io.kubelayers.application.scheduling.Comparison;
import io.kubelayers.application.scheduling.Fleet;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Placements;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.interfaces.scheduling.PlacementGrid;
import io.kubelayers.interfaces.scheduling.SchedulingSections;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tests of a class have to show: tables of scores and pictures, on one page beside the results of the tests. A
 * parameter of a test, see {@link SchedulingReports}.
 *
 * <p>Each method gives back what it is given, so that it can be asserted in the same breath.
 */
public final class SchedulingReport {
    private final String test;
    private final List<Section> sections;

    SchedulingReport(String test, List<Section> sections) {
        this.test = test;
        this.sections = sections;
    }

    /** Shows each node's rejection or scores. Placements asked for {@code inDetail()} show most. */
    public Placement show(Placement placement) {
        add(List.of(new Section(
                placement.pod().key(),
                "application",
                List.of(new Part.Sentence(placement.message()), PlacementGrid.of(placement)))));
        return placement;
    }

    /** Shows where pods go, the tables of each, and how they lie on nodes. */
    public Placements show(Placements placements) {
        add(SchedulingSections.of(placements, true));
        return placements;
    }

    /** Shows how many fit, and what stops the next. */
    public Capacity show(Capacity capacity) {
        add(SchedulingSections.of(capacity));
        return capacity;
    }

    /** Shows which nodes are needed. */
    public Fleet show(Fleet fleet) {
        add(SchedulingSections.of(fleet));
        return fleet;
    }

    /** Shows what another scheduler changes. */
    public Comparison show(Comparison comparison) {
        add(SchedulingSections.of(comparison, "first", "second"));
        return comparison;
    }

    private void add(List<Section> shown) {
        var named = new ArrayList<Section>();
        for (var section : shown) {
            named.add(new Section(test + ": " + section.title(), section.layer(), section.parts()));
        }
        synchronized (sections) { // tests may run at the same time
            sections.addAll(named);
        }
    }
}
