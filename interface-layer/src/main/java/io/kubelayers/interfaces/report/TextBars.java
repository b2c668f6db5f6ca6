package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;

/** Nodes and how full they are, a line each, with a bar for each resource. */
final class TextBars {
    private static final int BAR = 20;

    private TextBars() {}

    static List<String> lines(Part.Packing packing) {
        var headers = new ArrayList<>(List.of("node", "pods"));
        headers.addAll(packing.resources());
        headers.add("");
        var rows = new ArrayList<List<String>>();
        for (var node : packing.nodes()) {
            var row = new ArrayList<>(
                    List.of(node.name(), Integer.toString(node.pods().size())));
            for (int i = 0; i < packing.resources().size(); i++) {
                row.add(bar(node.share(i)));
            }
            row.add(node.note());
            rows.add(row);
        }
        var lines = new ArrayList<String>();
        lines.add(packing.title());
        lines.addAll(TextGrid.lines(new Part.Grid(headers, rows)));
        return lines;
    }

    private static String bar(double share) {
        int full = (int) Math.round(Math.min(1, share) * BAR);
        var percent = Math.round(share * 100) + "%";
        return "#".repeat(full) + ".".repeat(BAR - full) + " " + " ".repeat(Math.max(0, 4 - percent.length()))
                + percent;
    }
}
