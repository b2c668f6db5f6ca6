package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in columns as wide as their widest cell, headed in capitals as kubectl prints them. */
final class TextGrid {
    private TextGrid() {}

    static List<String> lines(Part.Grid grid) {
        int columns = grid.headers().size();
        var widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = grid.headers().get(i).length();
            for (var row : grid.rows()) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(line(
                grid.headers().stream()
                        .map(header -> header.toUpperCase(Locale.ROOT))
                        .toList(),
                widths));
        for (var row : grid.rows()) {
            lines.add(line(row, widths));
        }
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
