package io.kubelayers.interfaces.report;

import java.util.ArrayList;
import java.util.List;

/** A chart in one row of blocks a line, each column the highest value of its share of the time. */
final class Sparkline {
    private static final int COLUMNS = 72;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static List<String> lines(Part.LineChart chart) {
        var lines = new ArrayList<String>();
        lines.add(chart.title() + " (" + chart.unit() + ")");
        double highest = Scale.highest(chart);
        int name = chart.lines().stream()
                .mapToInt(line -> line.name().length())
                .max()
                .orElse(0);
        for (var line : chart.lines()) {
            lines.add("  " + line.name() + " ".repeat(name - line.name().length() + 2) + row(line, highest) + "  "
                    + range(line));
        }
        return lines;
    }

    private static String row(Part.Line line, double highest) {
        var points = line.points();
        int columns = Math.min(COLUMNS, points.size());
        var row = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            double peak = 0;
            for (int i = column * points.size() / columns; i < (column + 1) * points.size() / columns; i++) {
                peak = Math.max(peak, points.get(i).value());
            }
            int level = highest == 0 ? 0 : (int) Math.round(peak / highest * (BLOCKS.length() - 1));
            row.append(BLOCKS.charAt(level));
        }
        return row.toString();
    }

    private static String range(Part.Line line) {
        var values = line.points().stream().mapToDouble(Part.Point::value);
        var statistics = values.summaryStatistics();
        return statistics.getCount() == 0
                ? "no values"
                : Scale.label(statistics.getMin()) + " to " + Scale.label(statistics.getMax());
    }
}
