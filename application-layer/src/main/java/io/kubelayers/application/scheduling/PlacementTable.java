package io.kubelayers.application.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A placement as columns of text, as kubectl prints them. */
final class PlacementTable {
    private static final String GAP = "   ";

    private PlacementTable() {}

    static String of(Placement placement) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<String>(List.of("NODE", "VERDICT"));
        for (var plugin : placement.scores().plugins()) {
            header.add(plugin);
        }
        header.addAll(List.of("TOTAL", "REASON"));
        rows.add(header);
        for (var verdict : placement.nodes()) {
            var row = new ArrayList<String>();
            row.add(verdict.node());
            row.add(verdict.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            for (var plugin : placement.scores().plugins()) {
                var score = verdict.scores().get(plugin);
                row.add(score == null ? "-" : score.toString());
            }
            row.add(verdict.scores().isEmpty() ? "-" : Long.toString(verdict.total()));
            row.add(verdict.reason());
            rows.add(row);
        }
        return print(rows);
    }

    private static String print(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var out = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(GAP);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
