package io.kubelayers.interfaces.report;

import java.util.Locale;

/** The scale of a chart: round numbers from 0 to a bit above the highest value. */
final class Scale {
    private static final int TICKS = 4;

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

    /** The distance of about four ticks: 1, 2 or 5 times a power of ten. */
    static double tick(double highest) {
        if (highest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest / TICKS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power * TICKS >= highest) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** At most two decimals, none that say nothing. */
    static String label(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
