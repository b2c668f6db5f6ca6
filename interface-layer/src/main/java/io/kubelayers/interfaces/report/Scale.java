package io.kubelayers.interfaces.report;

import java.util.Locale;

/** The highest value of a chart, and numbers as its readers see them. */
final class Scale {
    private Scale() {}

    static double highest(Part.LineChart chart) {
        double highest = 0;
        for (var line : chart.lines()) {
            for (var point : line.points()) {
                highest = Math.max(highest, point.value());
            }
        }
        return highest;
    }

    /** At most two decimals, none that say nothing. */
    static String label(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
