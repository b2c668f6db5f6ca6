package io.kubelayers.interfaces.report;

import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/** A report with one part of each kind. */
final class Reports {
    private Reports() {}

    static final Section SECTION = new Section(
            "All of it",
            "governance",
            List.of(
                    new Part.Sentence("Less < more & \"so\"."),
                    new Part.Because(
                            Finding.fail("quota", "pod/a", "too <much>").because(Finding.pass("rule", "", "fits"))),
                    new Part.Grid(List.of("Name", "Age"), List.of(List.of("web", "3d"), List.of("database", "10d"))),
                    new Part.LineChart(
                            "Replicas",
                            "pods",
                            List.of(
                                    new Part.Line("web", true, points(1, 4, 2)),
                                    new Part.Line("db", false, points(0, 0, 0)))),
                    new Part.NodeMap(
                            "Nodes",
                            List.of(new Part.NodeBox(
                                    "node-1",
                                    "zone a",
                                    0.5,
                                    1.5,
                                    false,
                                    List.of(
                                            new Part.PodBox("web-787ddd9484-9x4c4", "web", true),
                                            new Part.PodBox("db-0", "db", false))))),
                    new Part.LayerPath(
                            "The way",
                            List.of(
                                    new Part.Stop("interface", "apply", "sends it"),
                                    new Part.Stop("nucleus", "store", "keeps it")))));

    static final Report REPORT = new Report("A report", "of everything", List.of(SECTION));

    private static List<Part.Point> points(double... values) {
        return List.of(
                new Part.Point(0, values[0]), new Part.Point(3600, values[1]), new Part.Point(36_000, values[2]));
    }
}
